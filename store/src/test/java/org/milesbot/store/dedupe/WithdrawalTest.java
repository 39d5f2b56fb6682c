package org.milesbot.store.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.dedupe.Offers.instant;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.source.Validators;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.capture.Contents;
import org.milesbot.store.capture.NewCapture;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

class WithdrawalTest {

    private static final SourceId SMILES = new SourceId("smiles_campaigns");
    private static final URI PAGE = URI.create("https://www.smiles.com.br/bonus");
    private static final String OFFER = "livelo 80 2026-11-10..2026-11-25";

    private TestDatabase test;
    private Dedupe dedupe;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        dedupe = new Dedupe(test.database(), Duration.ofDays(7), ScoreRule.DEFAULT);
    }

    @AfterEach
    void close() {
        test.close();
    }

    /** The page says something else, or nothing, from a day on. */
    private void page(String day, String body, List<Sighted> found) {
        Page page = new Page(PAGE, PAGE, instant(day), "text/html", body);
        new Captures(test.database())
                .store(
                        new NewCapture("smiles", SMILES, page, Body.of(body), Validators.NONE, 1, null),
                        new Contents(List.of(), found, instant(day), null));
        dedupe.settle(instant(day), false, settled -> {});
    }

    private static List<Sighted> offered(String day) {
        Sighting told = Offers.told("official:smiles_campaigns", day, OFFER, "80%");
        return List.of(new Sighted(
                PAGE.toString(),
                new Sighting(told.promo(), SMILES, Provenance.OFFICIAL, told.title(), PAGE, told.publishedAt())));
    }

    private List<String> states() {
        return test.database()
                .with(open -> open.createQuery("select state from promo")
                        .mapTo(String.class)
                        .list());
    }

    private List<String> ends() {
        return new PromoEvents(test.database())
                .after(0, 100).stream()
                        .filter(event -> event.kind() == EventKind.ENDED)
                        .map(PromoEvent::detail)
                        .toList();
    }

    @Test
    void noticesThatTheProgrammeTookItBack() {
        page("2026-11-10", "80%", offered("2026-11-10"));
        page("2026-11-12", "", List.of());

        assertThat(ends()).containsExactly("withdrawn");
        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void takesNoPageThatIsClearedAfterTheEndForThat() {
        page("2026-11-10", "80%", offered("2026-11-10"));
        page("2026-11-27", "", List.of());

        assertThat(ends()).containsExactly("2026-11-25");
    }

    @Test
    void believesWhoTellsOfItSince() {
        page("2026-11-10", "80%", offered("2026-11-10"));
        new Sightings(test.database())
                .store(
                        "blogs",
                        1,
                        instant("2026-11-13"),
                        List.of(new Sighted("a", Offers.told("blog:passageiro", "2026-11-13", OFFER, "80%"))));
        page("2026-11-12", "", List.of());

        assertThat(ends()).isEmpty();
    }

    @Test
    void takesTheSamePageTheDayAfterForTheSame() {
        page("2026-11-10", "80%", offered("2026-11-10"));
        page("2026-11-12", "80% ", offered("2026-11-12"));

        assertThat(ends()).isEmpty();
    }
}
