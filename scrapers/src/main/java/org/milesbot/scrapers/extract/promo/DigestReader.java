package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads announcements that put several offers side by side, each section as an announcement of its own. */
final class DigestReader {

    /** Each section looks at all that speaks of all of them. */
    private static final int MOST_SHARED = 60;

    private final Scene scene;

    DigestReader(Scene scene) {
        this.scene = scene;
    }

    /** A title with a percentage and one taker is about transfers only, however its rules are numbered. */
    private boolean titleTellsAll() {
        TransferTitle title = scene.transferTitle();
        return title.tellsAll() && title.takers() < 2;
    }

    /** What sets a promo apart: two givers on the same terms are one promo. */
    private static Object terms(Promo promo) {
        return promo.kind().equals(PromoKind.TRANSFER_BONUS)
                ? Arrays.asList(
                        promo.kind(),
                        promo.program(),
                        promo.bonus().highest(),
                        promo.bonus().base(),
                        promo.window())
                : List.of(promo.kind(), promo.program(), promo.fare() == null ? "" : promo.fare());
    }

    private static Promo joined(Promo one, Promo other) {
        if (!one.kind().equals(PromoKind.TRANSFER_BONUS)) {
            return one;
        }
        return Promo.builder(one.kind(), one.program())
                .origins(one.origins())
                .origins(other.origins())
                .bonus(one.bonus())
                .window(one.window())
                .evidence(other.evidence())
                .evidence(one.evidence())
                .build();
    }

    private List<Clause> shared(List<Section> sections) {
        Set<Clause> taken = new HashSet<>();
        sections.forEach(section -> {
            taken.addAll(section.opening());
            taken.addAll(section.rest());
        });
        return scene.speaking().stream()
                .filter(clause -> !taken.contains(clause))
                .limit(MOST_SHARED)
                .toList();
    }

    /** The promos of all sections, or none if the announcement is one whole. */
    List<Promo> read() {
        List<Section> sections = titleTellsAll() ? List.of() : new SectionReader(scene).read();
        Map<Object, Promo> promos = new LinkedHashMap<>();
        List<Clause> shared = sections.size() > 1 ? shared(sections) : List.of();
        int offering = 0;
        for (Section section : sections.size() > 1 ? sections : List.<Section>of()) {
            List<Promo> found = PromoReader.readSection(scene.part(section, shared));
            offering += found.isEmpty() ? 0 : 1;
            found.forEach(promo -> promos.putIfAbsent(List.of(promo.kind(), promo.program(), promo.origins()), promo));
        }
        Map<Object, Promo> apart = new LinkedHashMap<>();
        promos.values().forEach(promo -> apart.merge(terms(promo), promo, DigestReader::joined));
        boolean several = offering > 1 && apart.size() > 1;
        if (several) {
            scene.trace().say(Rule.SECTIONS, apart.size());
        }
        return several ? new ArrayList<>(apart.values()) : List.of();
    }
}
