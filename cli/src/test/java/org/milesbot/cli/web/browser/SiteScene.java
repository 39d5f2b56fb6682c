package org.milesbot.cli.web.browser;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.Endpoint;
import org.milesbot.cli.web.Listening;
import org.milesbot.cli.web.WebLimits;
import org.milesbot.cli.web.page.PageFraming;
import org.milesbot.cli.web.page.Pages;
import org.milesbot.cli.web.page.Templates;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.PoolSettings;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.testing.TestDatabase;

/** The pages of an installation in which some campaigns are open and many are over, really served. */
final class SiteScene implements AutoCloseable {

    static final String HOSTILE = "Até 90% na Azul <script>alert(1)</script> \"><img src=x onerror=alert(2)>";

    private static final int YEARS = 2;

    private final TestDatabase database;
    private final Database pool;
    private final Listening server;

    private SiteScene(TestDatabase database, Clock clock) {
        this.database = database;
        pool = Database.pooled(
                database.address(),
                database.database().schema(),
                new PoolSettings(4, Duration.ofSeconds(8), Duration.ofSeconds(8)));
        Templates templates = new Templates();
        Shelf shelf = new Shelf(pool, ScoreRule.DEFAULT, ProgramNames.known(), clock);
        List<Endpoint> pages = Pages.routes(shelf, SiteScene::sources, templates).stream()
                .map(Endpoint::of)
                .toList();
        server = Listening.with(WebLimits.DEFAULT.withPerSecond(1_000), pages, new PageFraming(templates));
    }

    static SiteScene open(Clock clock) {
        TestDatabase database = TestDatabase.migrated();
        fill(database.database(), clock.instant());
        return new SiteScene(database, clock);
    }

    private static SourceOverview sources() {
        SourceKey key = new SourceKey("blogs", "passageiro_de_primeira");
        return new SourceOverview(
                List.of(new SourceOverview.Line(key, Provenance.BLOG, SourceState.NEW, null)), List.of());
    }

    private static void fill(Database database, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        List<Sighted> sighted = new ArrayList<>(List.of(
                told(1, bonus("smiles", "livelo", 100, today.minusDays(2), today.plusDays(3)), "Smiles: até 100%", now),
                told(2, bonus("latam_pass", "itau", 30, today.minusDays(1), today.plusDays(9)), "Itaú → LATAM", now),
                told(3, bonus("azul", "c6", 90, today.minusDays(1), today), HOSTILE, now),
                told(4, bonus("smiles", "esfera", 80, today.minusDays(1), null), "Esfera dá 80% na Smiles", now)));
        for (int month = 1; month <= 12 * YEARS; month++) {
            LocalDate start = today.minusMonths(month);
            Instant at = start.atTime(9, 0).atZone(Zones.SAO_PAULO).toInstant();
            sighted.add(told(
                    10 + month,
                    bonus("smiles", "livelo", 60 + month, start, start.plusDays(5)),
                    "Livelo para a Smiles com " + (60 + month) + "%",
                    at));
        }
        new Sightings(database).store("blogs", 1, now, sighted);
        new Dedupe(database, Duration.ofDays(7), ScoreRule.DEFAULT).settle(now, false, step -> {});
    }

    private static Sighted told(int number, Promo promo, String title, Instant at) {
        Sighting sighting = new Sighting(
                promo,
                new SourceId("passageiro_de_primeira"),
                Provenance.BLOG,
                title,
                URI.create("https://example.org/" + number),
                at);
        return new Sighted("a" + number, sighting);
    }

    private static Promo bonus(String program, String origin, int percent, LocalDate start, @Nullable LocalDate end) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(program))
                .origins(Stream.of(origin).map(OriginId::new).toList())
                .bonus(Bonus.of(Percent.of(percent), Percent.of(percent - 20)))
                .window(new Window(Moment.of(start), end == null ? null : Moment.of(end)))
                .evidence("bonus_pct", "até " + percent + "%")
                .build();
    }

    URI at(String path) {
        return server.at(path);
    }

    @Override
    public void close() {
        server.close();
        pool.close();
        database.close();
    }
}
