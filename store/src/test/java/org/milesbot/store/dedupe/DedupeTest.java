package org.milesbot.store.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.dedupe.Offers.instant;
import static org.milesbot.store.dedupe.Offers.offer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Percent;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

class DedupeTest {

    private static final Duration FRESH = Duration.ofDays(7);

    private TestDatabase test;
    private Sightings sightings;
    private Dedupe dedupe;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        sightings = new Sightings(test.database());
        dedupe = new Dedupe(test.database(), FRESH, ScoreRule.DEFAULT);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void told(String source, String at, String offer, String title) {
        sightings.store(
                "blogs", 1, instant(at), List.of(new Sighted(source + at, Offers.told(source, at, offer, title))));
    }

    private Settled settle(String now) {
        return dedupe.settle(instant(now), false, settled -> {});
    }

    @Test
    void saysWhetherThereIsWorkForIt() {
        assertThat(dedupe.hasWork(instant("2026-11-20"))).isFalse();

        told("blog:a", "2026-11-20", "livelo 80/60 2026-11-20..2026-11-30", "Livelo");
        assertThat(dedupe.hasWork(instant("2026-11-20"))).isTrue();
        settle("2026-11-20");
        assertThat(dedupe.hasWork(instant("2026-11-20"))).isFalse();

        assertThat(dedupe.hasWork(instant("2026-12-01"))).as("it has ended").isTrue();
    }

    private List<PromoRow> promos() {
        return Samples.listed(new Promos(test.database()), PromoFilter.ALL);
    }

    private PromoRow promo() {
        assertThat(promos()).hasSize(1);
        return promos().get(0);
    }

    private List<PromoEvent> events() {
        return new PromoEvents(test.database()).after(0, 1000);
    }

    private String state() {
        return test.database()
                .with(open -> open.createQuery("select state from promo")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void makesOnePromoOfOneCampaignInTheWordsOfTheProgramme() {
        told("blog:passageiro", "2026-11-19", "livelo 80 ..2026-11-25", "Smiles dá 80%");
        told("official:smiles_campaigns", "2026-11-20", "livelo 80/60 2026-11-19..2026-11-25", "Até 80%");
        told("channel:promos", "2026-11-21", "* 80 ..", "Corre!");

        settle("2026-11-21");

        assertThat(promo().promo().bonus().base()).isEqualTo(Percent.of(60));
        assertThat(promo().promo().window().start()).isEqualTo(Moment.of(LocalDate.of(2026, 11, 19)));
        assertThat(promo().title()).isEqualTo("Até 80%");
        assertThat(promo().publishedAt()).isEqualTo(instant("2026-11-19"));
        assertThat(events()).extracting(PromoEvent::kind).containsExactly(EventKind.CREATED);
        assertThat(state()).isEqualTo("active");
    }

    @Test
    void keepsCampaignsOfOtherGiversApart() {
        told("blog:passageiro", "2026-11-19", "livelo 80 2026-11-19..2026-11-25", "Livelo");
        told("blog:passageiro", "2026-11-19T13:00", "esfera 80 2026-11-19..2026-11-25", "Esfera");

        settle("2026-11-21");

        assertThat(promos()).hasSize(2);
    }

    @Test
    void tellsEachChangeOnce() {
        told("blog:passageiro", "2026-11-10", "livelo 80 2026-11-10..2026-11-15", "Smiles dá 80%");
        settle("2026-11-10");
        told("blog:passageiro", "2026-11-12", "livelo 100 2026-11-10..2026-11-15", "Subiu para 100%");
        settle("2026-11-12");
        told("blog:melhores", "2026-11-15", "livelo 100 ..2026-11-18", "Prorrogado até dia 18");
        settle("2026-11-15");
        settle("2026-11-16");
        settle("2026-11-18");
        settle("2026-11-19");
        dedupe.rebuild(instant("2026-11-19"), false, settled -> {});

        assertThat(events())
                .extracting(event -> event.kind() + " " + event.detail() + " " + event.before())
                .containsExactly(
                        "CREATED  null",
                        "RAISED 100 80",
                        "EXTENDED 2026-11-18 2026-11-15",
                        "ENDING 2026-11-18 null",
                        "ENDED 2026-11-18 null");
        assertThat(events()).noneMatch(PromoEvent::isQuiet);
        assertThat(events()).extracting(PromoEvent::promoId).containsOnly(promo().id());
        assertThat(state()).isEqualTo("ended");
    }

    @Test
    void writesNothingWhenNothingIsNew() {
        told("blog:passageiro", "2026-11-20", "livelo 80 2026-11-20..2026-11-25", "Smiles dá 80%");
        settle("2026-11-21");

        assertThat(settle("2026-11-21T18:00")).isEqualTo(Settled.NOTHING);
        assertThat(dedupe.rebuild(instant("2026-11-21T18:00"), false, settled -> {})
                        .changed())
                .isZero();
    }

    @Test
    void tellsNobodyOfWhatIsHistory() {
        told("blog:passageiro", "2025-11-20", "livelo 80 2025-11-20..2025-11-25", "Smiles dá 80%");
        told("blog:passageiro", "2026-11-20", "livelo 90 2026-11-20..2026-11-25", "Smiles dá 90%");

        Settled settled = settle("2026-11-21");

        assertThat(settled.events()).hasSize(4);
        assertThat(settled.created()).hasSize(1);
        assertThat(settled.created().get(0).happenedAt()).isEqualTo(instant("2026-11-20"));
    }

    @Test
    void tellsNobodyOfWhatItIsSeededWith() {
        told("blog:passageiro", "2026-11-20", "livelo 90 2026-11-20..2026-11-25", "Smiles dá 90%");

        dedupe.settle(instant("2026-11-21"), true, settled -> {});

        assertThat(events()).singleElement().matches(PromoEvent::isQuiet);
    }

    @Test
    void tellsNobodyOfWhatTheSourceWasSeededWith() {
        sightings.store(
                "blogs",
                1,
                instant("2026-11-20"),
                List.of(new Sighted(
                        "a", Offers.told("blog:passageiro", "2026-11-20", "livelo 90 2026-11-20..", "Seeded"))),
                instant("2026-11-20").plusSeconds(1));
        told("blog:passageiro", "2026-11-20", "esfera 90 2026-11-20..", "Told");

        Settled settled = settle("2026-11-20");

        assertThat(settled.events()).hasSize(2);
        assertThat(settled.created()).hasSize(1);
    }

    @Test
    void keepsTheNameThatPeopleWereToldWhenTwoTurnOutToBeOne() {
        told("blog:passageiro", "2026-11-20", "livelo 80 ..2026-11-25", "Smiles dá 80% da Livelo");
        told("blog:melhores", "2026-11-20T13:00", "esfera 80 ..2026-11-25", "Smiles dá 80% da Esfera");
        settle("2026-11-20");
        UUID first = events().get(0).promoId();
        UUID second = events().get(1).promoId();
        told("official:smiles_campaigns", "2026-11-21", "esfera,livelo 80 2026-11-20..2026-11-25", "80%");

        Settled settled = settle("2026-11-21");

        assertThat(settled.merged()).isEqualTo(1);
        assertThat(settled.created()).isEmpty();
        assertThat(promo().id()).isEqualTo(first);
        UUID alias = test.database()
                .with(open -> open.createQuery("select promo_id from promo_alias where id = :id")
                        .bind("id", second)
                        .mapTo(UUID.class)
                        .one());
        assertThat(alias).isEqualTo(first);
        assertThat(named(second.toString().substring(0, 8))).containsExactly(first);
    }

    private List<UUID> named(String typed) {
        return new Dossiers(test.database()).named(typed, 10);
    }

    @Test
    void findsACampaignByTheBeginningOfItsId() {
        told("blog:passageiro", "2026-11-20", "livelo 80 ..2026-11-25", "Smiles dá 80% da Livelo");
        told("blog:melhores", "2026-11-20T13:00", "esfera 60 ..2026-11-25", "Smiles dá 60% da Esfera");
        settle("2026-11-20");
        String id = events().get(0).promoId().toString();

        for (int length : List.of(6, 8, 9, 10, 13, 18, 23, 24, 35, 36)) {
            assertThat(named(id.substring(0, length)))
                    .extracting(UUID::toString)
                    .containsExactly(id);
        }
        assertThat(named(id.substring(0, 12).toUpperCase(Locale.ROOT))).hasSize(1);
        assertThat(named("")).extracting(UUID::toString).hasSize(2).isSorted();
        assertThat(new Dossiers(test.database()).named("", 1)).hasSize(1);
        assertThat(named("-" + id.substring(1))).isEmpty();
        assertThat(named(id.replace("-", ""))).isEmpty();
        assertThat(named(id + "0")).isEmpty();
        assertThat(named("%' or true --")).isEmpty();
    }

    @Test
    void believesThatItWasPutOffWhereNobodyToldTheFormerEnd() {
        told("blog:passageiro", "2026-11-10", "livelo 80 ..", "Smiles dá 80%");
        told("blog:passageiro", "2026-11-14", "livelo 80 ..2026-11-18", "Prorrogada até dia 18");
        settle("2026-11-15");

        assertThat(state()).isEqualTo("extended");
        assertThat(events())
                .extracting(event -> event.kind() + " " + event.detail() + " " + event.before())
                .containsExactly("CREATED  null", "EXTENDED 2026-11-18 null");
    }

    @Test
    void ranksByWhatWasKnownBeforeARaise() {
        told("blog:passageiro", "2026-06-01", "livelo 70 2026-06-01..2026-06-05", "70%");
        told("blog:passageiro", "2026-07-01", "livelo 70 2026-07-01..2026-07-05", "70%");
        told("blog:passageiro", "2026-11-10", "livelo 80 2026-11-10..2026-11-15", "Smiles dá 80%");
        told("blog:passageiro", "2026-11-11", "esfera 90 2026-11-11..2026-11-15", "Smiles dá 90%");
        told("blog:passageiro", "2026-11-12", "livelo 100 2026-11-10..2026-11-15", "Subiu para 100%");
        told("blog:passageiro", "2026-11-13", "itau 95 2026-11-13..2026-11-15", "Smiles dá 95%");
        settle("2026-11-13");

        assertThat(place("esfera 90 2026-11-11..2026-11-15")).isEqualTo(1);
        assertThat(place("itau 95 2026-11-13..2026-11-15")).isEqualTo(2);
        assertThat(place("livelo 100 2026-11-10..2026-11-15")).isEqualTo(1);
    }

    private int place(String offer) {
        return promos().stream()
                .filter(row -> row.promo().equals(offer(offer)))
                .map(row ->
                        Objects.requireNonNull(row.standing()).program().ever().place())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasAHeadingThatSpeaksOfThePercentageItWasRaisedTo() {
        told("official:smiles_campaigns", "2026-11-10", "livelo 80 2026-11-10..2026-11-15", "Ganhe 80%");
        settle("2026-11-10");
        assertThat(promo().title()).isEqualTo("Ganhe 80%");

        told("blog:passageiro", "2026-11-12", "livelo 100 2026-11-10..2026-11-15", "Subiu para 100%");
        settle("2026-11-12");
        assertThat(promo().title()).isEqualTo("Subiu para 100%");

        told("official:smiles_campaigns", "2026-11-13", "livelo 100 2026-11-10..2026-11-15", "Agora 100%");
        settle("2026-11-13");
        assertThat(promo().title()).isEqualTo("Agora 100%");
        assertThat(promo().promo().bonus().highest()).isEqualTo(Percent.of(100));
    }

    @Test
    void keepsTheHeadingThatSpeaksOfTheBase() {
        told("official:smiles_campaigns", "2026-11-10", "livelo 60 2026-11-10..2026-11-15", "Ganhe 60%");
        told("blog:passageiro", "2026-11-12", "livelo 80/60 2026-11-10..2026-11-15", "Até 80% para o clube");

        settle("2026-11-12");

        assertThat(promo().title()).isEqualTo("Ganhe 60%");
        assertThat(promo().promo().bonus().highest()).isEqualTo(Percent.of(80));
    }

    @Test
    void takesACampaignWithoutEndForOverWhenNobodySpeaksOfIt() {
        told("blog:passageiro", "2026-11-01", "livelo 80 ..", "Smiles dá 80%");
        settle("2026-11-16");
        assertThat(state()).isEqualTo("active");

        settle("2026-11-17");

        assertThat(state()).isEqualTo("ended");
        assertThat(events()).extracting(PromoEvent::detail).containsExactly("", "faded");
    }

    @Test
    void knowsWhatIsYetToBegin() {
        told("blog:passageiro", "2026-11-18", "livelo 80 2026-11-20..2026-11-25", "Smiles dá 80%");
        settle("2026-11-18");
        assertThat(state()).isEqualTo("announced");

        settle("2026-11-20");

        assertThat(state()).isEqualTo("active");
    }

    @Test
    void followsAnAnnouncementThatWasEdited() {
        told("blog:passageiro", "2026-11-20", "livelo 80 2026-11-20..2026-11-25", "Smiles dá 80%");
        settle("2026-11-20");
        sightings.store(
                "blogs",
                1,
                instant("2026-11-21"),
                List.of(new Sighted(
                        "blog:passageiro2026-11-20",
                        Offers.told(
                                "blog:passageiro",
                                "2026-11-20",
                                "livelo 80/60 2026-11-20..2026-11-28",
                                "Smiles dá 80%"))));
        settle("2026-11-21");

        assertThat(promo().promo()).isEqualTo(offer("livelo 80/60 2026-11-20..2026-11-28"));
    }

    @Test
    void givesBackEveryFieldOfEveryKind() {
        List<Sighted> all = List.of(
                Samples.sighted("a", Samples.transfer()),
                Samples.sighted("b", Samples.fare()),
                Samples.sighted("c", Samples.earning()),
                Samples.sighted("d", Samples.club("2000", "84.90")),
                Samples.sighted("e", Samples.purchase(Gain.DISCOUNT)));
        sightings.store("blogs", 1, Samples.NOON, all);

        settle("2026-11-20T18:00");

        assertThat(promos())
                .extracting(PromoRow::promo)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(each -> each.sighting().promo()).toList());
    }
}
