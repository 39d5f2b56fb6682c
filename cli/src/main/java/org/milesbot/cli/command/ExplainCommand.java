package org.milesbot.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.ExplainedAnnouncement;
import org.milesbot.cli.output.ExplanationJson;
import org.milesbot.cli.output.ExplanationView;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.pipeline.AnnouncementFile;
import org.milesbot.cli.pipeline.AnnouncementFile.Found;
import org.milesbot.cli.pipeline.AnnouncementFile.Told;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why a promo is as it is, or how an announcement is read. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final int DAY_LENGTH = 10;

    private final Session session;

    @Parameters(paramLabel = "PROMO_ID", arity = "0..1", descriptionKey = "promo")
    @Nullable
    String promo;

    @Option(names = "--file", paramLabel = "FILE")
    @Nullable
    String file;

    @Option(names = "--id", paramLabel = "ID")
    @Nullable
    String id;

    @Option(names = "--title", paramLabel = "TITLE")
    @Nullable
    String title;

    @Option(names = "--published-at", paramLabel = "AAAA-MM-DDTHH:MM")
    @Nullable
    String publishedAt;

    @Option(names = "--url", paramLabel = "URL")
    @Nullable
    String url;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (promo != null && file == null) {
            refuseWhatIsOfFiles();
            new PromoExplanation(session).print(promo);
        } else if (promo == null && file != null) {
            explainAnnouncement(file);
        } else {
            throw wrong(promo == null ? "explain.nothing" : "explain.both");
        }
        return ExitCode.OK;
    }

    private void refuseWhatIsOfFiles() {
        if (Stream.of(id, title, publishedAt, url).anyMatch(Objects::nonNull)) {
            throw wrong("explain.of_files");
        }
    }

    private void explainAnnouncement(String from) {
        Told told =
                new Told(id, title, publishedAt == null ? null : time(publishedAt), url == null ? null : address(url));
        Found found =
                open(from).announcement(told, session.surroundings().clock().instant());
        ExplainedAnnouncement explained = new ExplainedAnnouncement(
                found.announcement(), found.published(), session.wiring().explain(found.announcement()));
        PromoJson promos = new PromoJson(session.today());
        if (session.json()) {
            session.console().out().println(new ExplanationJson(promos).line(explained));
        } else {
            new ExplanationView(session.console(), promos).print(explained);
        }
    }

    private AnnouncementFile open(String from) {
        return from.equals(STANDARD_INPUT)
                ? AnnouncementFile.of(STANDARD_INPUT, session.surroundings().in())
                : AnnouncementFile.open(from, session.resolve(Path.of(from)));
    }

    /** A day, or a date and time, in America/Sao_Paulo unless it tells its offset. */
    private static Instant time(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            return localTime(written);
        }
    }

    private static Instant localTime(String written) {
        try {
            LocalDateTime time = written.length() == DAY_LENGTH
                    ? LocalDate.parse(written).atStartOfDay()
                    : LocalDateTime.parse(written);
            return time.atZone(Zones.SAO_PAULO).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong("explain.published_at", written, e);
        }
    }

    private static URI address(String written) {
        try {
            return URI.create(written);
        } catch (IllegalArgumentException e) {
            throw wrong("explain.url", written, e);
        }
    }

    private static MilesbotException wrong(String key) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(ExplainCommand.class, key));
    }

    private static MilesbotException wrong(String key, String written, Exception cause) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(ExplainCommand.class, key, Quoted.of(written)), cause);
    }
}
