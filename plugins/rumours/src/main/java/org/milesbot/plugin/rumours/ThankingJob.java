package org.milesbot.plugin.rumours;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.Zones;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.Note;
import org.milesbot.plugin.rumours.RumourTables.Thanks;

/** Thanks who was ahead of all sources. The key of the note is the rumour's, so that nobody is thanked twice for one. */
record ThankingJob(RumourTables tables) implements Job {

    private static final Duration AGO = Duration.ofDays(7);
    private static final int MOST = 1_000;
    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);

    @Override
    public String name() {
        return "thanking";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.NOTIFY;
    }

    @Override
    public JobResult run(JobContext context) throws SQLException {
        List<Note> notes = new ArrayList<>();
        for (Thanks thanks : tables.confirmedSince(context.now().minus(AGO), MOST)) {
            notes.add(Note.of(thanks.chatId(), "confirmed:" + thanks.id(), Phrases.message(html(thanks))));
        }
        return JobResult.telling(notes);
    }

    private String html(Thanks thanks) throws SQLException {
        Locale language = thanks.language();
        String told = Phrases.said(
                language,
                "thanks",
                Phrases.day(LocalDate.ofInstant(thanks.reportedAt(), Zones.SAO_PAULO), language),
                Phrases.escaped(Phrases.offers(thanks.offers(), language)),
                Phrases.escaped(Phrases.bounded(thanks.found().url())),
                Phrases.escaped(Phrases.bounded(thanks.found().title())),
                hours(Duration.between(thanks.reportedAt(), thanks.found().announcedAt())));
        return told + "\n\n" + OwnCommand.credit(tables.credit(thanks.chatId()), language);
    }

    /** To a tenth, and no less than one. */
    private static BigDecimal hours(Duration ahead) {
        BigDecimal hours = BigDecimal.valueOf(ahead.toMinutes()).divide(MINUTES_OF_HOUR, 1, RoundingMode.HALF_UP);
        return hours.max(new BigDecimal("0.1"));
    }
}
