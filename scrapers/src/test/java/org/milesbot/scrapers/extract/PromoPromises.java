package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;

/** What every promo keeps: a field has words if it is set and only then; they prove it; no end before its start. */
final class PromoPromises {

    /** Longer evidence is cut. */
    private static final int LONGEST_EVIDENCE = 300;

    private static final Set<String> PROVED = Set.of(
            "kind",
            "program",
            "origins",
            "bonus_pct",
            "base_pct",
            "min_points",
            "cap_points",
            "start",
            "end",
            "miles",
            "taxes_brl",
            "origin_airport",
            "dest_airport",
            "cabin");

    private final Promo promo;
    private final Map<String, Predicate<String>> proofs = new TreeMap<>();

    private PromoPromises(Promo promo) {
        this.promo = promo;
    }

    static void check(Promo promo) {
        PromoPromises promises = new PromoPromises(promo);
        promises.gather();
        promises.checkEvidence();
        promises.checkWindow();
    }

    private void gather() {
        proofs.put("kind", words -> true);
        proofs.put(
                "program",
                words -> EvidenceProof.provesProgramme(words, promo.program().value()));
        if (!promo.origins().isEmpty()) {
            proofs.put(
                    "origins",
                    words -> promo.origins().stream()
                            .allMatch(origin -> EvidenceProof.provesProgramme(words, origin.value())));
        }
        percent("bonus_pct", promo.bonus().highest());
        percent("base_pct", promo.bonus().base());
        number("min_points", promo.bonus().minPoints());
        number("cap_points", promo.bonus().capPoints());
        day("start", promo.window().start());
        day("end", promo.window().end());
        if (promo.fare() != null) {
            number("miles", promo.fare().miles());
            number("taxes_brl", promo.fare().taxesBrl());
            airport("origin_airport", promo.fare().originAirport());
            airport("dest_airport", promo.fare().destAirport());
            if (promo.fare().cabin() != null) {
                proofs.put("cabin", words -> true);
            }
        }
    }

    private void percent(String field, @Nullable Percent percent) {
        number(field, percent == null ? null : percent.value());
    }

    private void number(String field, @Nullable Number number) {
        if (number != null) {
            BigDecimal value = new BigDecimal(number.toString());
            proofs.put(field, words -> EvidenceProof.provesNumber(words, value));
        }
    }

    private void day(String field, @Nullable Moment moment) {
        if (moment != null) {
            proofs.put(field, words -> EvidenceProof.provesDay(words, moment.date()));
        }
    }

    private void airport(String field, @Nullable String code) {
        if (code != null) {
            proofs.put(field, words -> EvidenceProof.provesAirport(words, code));
        }
    }

    private void checkEvidence() {
        Map<String, String> evidence = new TreeMap<>(promo.evidence());
        evidence.keySet().retainAll(PROVED);
        assertThat(evidence).as("evidence of %s", promo).containsOnlyKeys(proofs.keySet());
        evidence.forEach((field, words) ->
                assertThat(words).as("evidence of %s in %s", field, promo).matches(proof(field), "proves it"));
    }

    private Predicate<String> proof(String field) {
        Predicate<String> proof = proofs.getOrDefault(field, words -> false);
        return words -> words.length() >= LONGEST_EVIDENCE || proof.test(words);
    }

    private void checkWindow() {
        Moment start = promo.window().start();
        Moment end = promo.window().end();
        if (start != null && end != null) {
            assertThat(end.date()).isAfterOrEqualTo(start.date());
        }
    }
}
