package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads offers of more points per real spent. */
final class EarnReader implements KindReader {

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        for (Clause clause : scene.transferTitle().offers() ? List.<Clause>of() : scene.title()) {
            Hit earning = topic.earning(clause);
            NameMention programme = earning == null ? null : Owner.of(scene, clause);
            if (earning != null && programme != null) {
                return List.of(promo(scene, earning, programme));
            }
        }
        return List.of();
    }

    /** A body that pays points for purchases, at a stated rate or in a stated period. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        boolean period = Lists.any(
                scene.speaking(), clause -> Lists.any(scene.dates(clause), date -> date.role() == DateRole.PERIOD));
        boolean dated = isDated(scene);
        boolean named = isNamedByHeading(scene) || isTitledAtShop(scene);
        for (Clause clause : scene.body()) {
            boolean transfer = scene.has(clause, Sense.TRANSFER)
                    || scene.has(clause, Sense.BONUS)
                    || (!named && scene.names(clause).isEmpty());
            Hit earning = scene.speaks(clause) && !transfer ? earning(scene, topic, clause, period, dated) : null;
            NameMention programme = earning == null ? null : Owner.of(scene, clause);
            if (earning != null && programme != null) {
                return List.of(promo(scene, earning, programme));
            }
        }
        return List.of();
    }

    /** A section may leave to its heading who pays. */
    private static boolean isNamedByHeading(Scene scene) {
        return scene.whole() != null
                && Lists.any(scene.title(), title -> !scene.names(title).isEmpty());
    }

    /** "Esfera: quem compra no Magalu ganha 8x". */
    private static boolean isTitledAtShop(Scene scene) {
        return (scene.titleHas(Sense.SHOP) || scene.titleHas(Sense.MULTIPLE))
                && scene.title().stream()
                                .flatMap(title -> scene.names(title).stream())
                                .map(NameMention::slug)
                                .distinct()
                                .count()
                        == 1;
    }

    private static @Nullable Hit earning(Scene scene, Topic topic, Clause clause, boolean period, boolean dated) {
        boolean dollars = Lists.any(
                scene.mentions().hits().within(clause.from(), clause.to(), Sense.PER_MONEY),
                hit -> scene.words(hit).contains("lar"));
        Hit rate = dollars || !dated ? null : topic.earning(clause);
        boolean plain =
                rate == null && !dollars && period && scene.percents(clause).isEmpty();
        return plain ? scene.first(clause, Sense.EARNS) : rate;
    }

    private static boolean isDated(Scene scene) {
        return Lists.any(
                scene.speaking(),
                clause -> Lists.any(
                        scene.dates(clause), date -> date.role() == DateRole.END || date.role() == DateRole.PERIOD));
    }

    private static Promo promo(Scene scene, Hit earning, NameMention programme) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", earning.from(), earning.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.EARN_MULTIPLIER, new ProgramId(programme.slug()))
                .earning(RateReader.read(scene, programme, evidence))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
