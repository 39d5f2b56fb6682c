package org.milesbot.plugin.sample;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;

/**
 * A text page with an offer a line: {@code published|programme|origin|percent|start|end|title}, where start and end may be
 * empty. Lines that begin with {@code #} say nothing.
 */
final class SampleSource implements Source {

    private static final int FIELDS = 7;

    private final URI address;

    SampleSource(URI address) {
        this.address = address;
    }

    @Override
    public SourceId id() {
        return new SourceId("sample_offers");
    }

    @Override
    public Provenance provenance() {
        return Provenance.BLOG;
    }

    @Override
    public List<URI> addresses() {
        return List.of(address);
    }

    @Override
    public Reading read(Page page) {
        List<Announcement> announcements = new ArrayList<>();
        List<String> lines = page.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                announcements.add(announcement(page, i + 1, line));
            }
        }
        return Reading.of(announcements);
    }

    private static Announcement announcement(Page page, int number, String line) {
        String[] fields = line.split("\\|", -1);
        try {
            if (fields.length == FIELDS) {
                // The line itself is the id: the same line read again is the same announcement, wherever it has moved
                // to.
                return new Announcement(line, fields[6], line, page.url(), Instant.parse(fields[0]));
            }
        } catch (DateTimeException e) {
            throw unreadable(page, number, e);
        }
        throw unreadable(page, number, null);
    }

    private static MilesbotException unreadable(Page page, int number, @Nullable Exception cause) {
        Text text = Text.of(SampleSource.class, "line", page.url().toString(), String.valueOf(number));
        return new MilesbotException(ErrorKind.DATA, text, cause);
    }

    /** The announcements are structured, so the host's reader of Portuguese is not asked. */
    @Override
    public List<Promo> promos(Announcement announcement, Extractor extractor) {
        return promosOf(announcement);
    }

    List<Promo> promosOf(Announcement announcement) {
        String[] fields = announcement.html().split("\\|", -1);
        try {
            Percent percent = Percent.of(fields[3]);
            return List.of(Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(fields[1]))
                    .origins(List.of(new OriginId(fields[2])))
                    .bonus(Bonus.of(percent, percent))
                    .window(new Window(moment(fields[4]), moment(fields[5])))
                    .evidence("bonus_pct", fields[3])
                    .build());
        } catch (IllegalArgumentException | DateTimeException e) {
            Text text = Text.of(SampleSource.class, "offer", announcement.title());
            throw new MilesbotException(ErrorKind.DATA, text, e);
        }
    }

    private static @Nullable Moment moment(String written) {
        return written.isEmpty() ? null : Moment.parse(written);
    }
}
