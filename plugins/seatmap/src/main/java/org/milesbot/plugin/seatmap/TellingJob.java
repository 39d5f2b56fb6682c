package org.milesbot.plugin.seatmap;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.Note;
import org.milesbot.plugin.seatmap.SeatTables.Opening;

/**
 * Tells people what opened, all that one run found in one note, whose key is the run's. What is gone by then is not told; a day
 * later it is worth nothing.
 */
record TellingJob(SeatTables tables) implements Job {

    private static final Duration WORTH = Duration.ofDays(1);
    private static final int MOST_LINES = 15;

    /** Leaves room for saying that there are more. */
    private static final int LONGEST = Note.LONGEST - 100;

    @Override
    public String name() {
        return "openings";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.NOTIFY;
    }

    /** To whom what one run found is told. */
    private record Addressee(long chatId, long batch) {}

    @Override
    public JobResult run(JobContext context) throws SQLException {
        Map<Addressee, List<Opening>> openings = new LinkedHashMap<>();
        for (Opening opening : tables.openSince(context.now().minus(WORTH), MOST_LINES)) {
            openings.computeIfAbsent(new Addressee(opening.chatId(), opening.batch()), none -> new ArrayList<>())
                    .add(opening);
        }
        List<Note> notes = new ArrayList<>();
        openings.entrySet().stream()
                .limit(JobResult.MOST_NOTES)
                .forEach(each -> notes.add(note(each.getKey(), each.getValue())));
        return JobResult.telling(notes);
    }

    private static Note note(Addressee addressee, List<Opening> opened) {
        Locale language = opened.get(0).language();
        StringBuilder html = new StringBuilder(Phrases.said(language, "opened.title"));
        int more = opened.get(0).total();
        for (Opening opening : opened) {
            String flight = Phrases.flight(opening.seat(), language);
            if (html.length() + flight.length() < LONGEST) {
                html.append('\n').append(flight);
                more--;
            }
        }
        if (more > 0) {
            html.append('\n').append(Phrases.said(language, "opened.more", more));
        }
        return Note.of(addressee.chatId(), "opened:" + addressee.batch(), Phrases.message(html.toString()))
                .until(Instant.ofEpochMilli(addressee.batch()).plus(WORTH));
    }
}
