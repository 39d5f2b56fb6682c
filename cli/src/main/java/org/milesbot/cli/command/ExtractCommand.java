package org.milesbot.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.cli.pipeline.AnnouncementLines;
import org.milesbot.cli.pipeline.AnnouncementLines.Line;
import picocli.CommandLine.Command;

/** Reads announcements from standard input and prints their promos. */
@Command(name = "extract")
final class ExtractCommand implements Callable<Integer> {

    private final Session session;

    ExtractCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Extractor extractor = session.wiring().extractor();
        PromoJson json = new PromoJson(session.today());
        List<ReportedPromo> all = new ArrayList<>();
        int exitCode = ExitCode.OK;
        try (AnnouncementLines lines =
                new AnnouncementLines(session.surroundings().in())) {
            for (Line line = lines.next(); line != null && !console.isReaderGone(); line = lines.next()) {
                if (line.announcement() == null) {
                    console.complain(Objects.requireNonNull(line.refusal()));
                    exitCode = ExitCode.PARTLY_FAILED;
                    continue;
                }
                List<ReportedPromo> promos = promos(line.announcement(), extractor);
                if (session.json()) {
                    console.out().println(json.line(line.announcement().id(), promos));
                } else {
                    all.addAll(promos);
                }
            }
        }
        if (!session.json()) {
            session.promoTable().print(all);
        }
        return exitCode;
    }

    private static List<ReportedPromo> promos(Announcement announcement, Extractor extractor) {
        return extractor.extract(announcement).stream()
                .map(promo -> ReportedPromo.of(announcement, promo))
                .toList();
    }
}
