package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.milesbot.api.promo.Promo;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads announcements that put several offers side by side, each section as an announcement of its own. */
final class DigestReader {

    private final Scene scene;

    DigestReader(Scene scene) {
        this.scene = scene;
    }

    /** A title with a percentage is about transfers only, however its rules are numbered. */
    private boolean titleTellsAll() {
        boolean percent = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(ReadPercent::isTransferBonus);
        return percent
                && TransferReader.titleOffers(scene)
                && !scene.titleHas(Sense.PURCHASE)
                && !new Topic(scene).titleIsOfOtherKind();
    }

    private List<Clause> shared(List<Section> sections) {
        Set<Clause> taken = new HashSet<>();
        sections.forEach(section -> {
            taken.addAll(section.opening());
            taken.addAll(section.rest());
        });
        return scene.speaking().stream().filter(clause -> !taken.contains(clause)).toList();
    }

    /** The promos of all sections, or none if the announcement is one whole. */
    List<Promo> read() {
        List<Section> sections = titleTellsAll() ? List.of() : new SectionReader(scene).read();
        Map<Object, Promo> promos = new LinkedHashMap<>();
        int offering = 0;
        for (Section section : sections.size() > 1 ? sections : List.<Section>of()) {
            List<Promo> found = PromoReader.readSection(scene.part(section, shared(sections)));
            offering += found.isEmpty() ? 0 : 1;
            found.forEach(promo -> promos.putIfAbsent(List.of(promo.kind(), promo.program(), promo.origins()), promo));
        }
        boolean several = offering > 1 && promos.size() > 1;
        if (several) {
            scene.trace().say(Rule.SECTIONS, promos.size());
        }
        return several ? new ArrayList<>(promos.values()) : List.of();
    }
}
