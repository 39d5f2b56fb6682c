package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.PercentMention;
import org.milesbot.scrapers.extract.promo.ReadPercent.AudienceWords;
import org.milesbot.scrapers.extract.text.Token;

/** Reads transfer bonuses. */
final class TransferReader implements KindReader {

    private static final int STEM = 3;
    private static final Map<String, BigDecimal> MORE_BY_WORD =
            Map.of("dob", BigDecimal.valueOf(100), "dou", BigDecimal.valueOf(100), "tri", BigDecimal.valueOf(200));

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        TransferOffer offer = new TransferOffer(scene);
        Rule rule = offer.rule();
        if (rule == null) {
            return List.of();
        }
        scene.trace().say(rule, PromoKind.TRANSFER_BONUS);
        List<Promo> promos = new ArrayList<>();
        List<Campaign> campaigns = new CampaignReader(scene).read();
        for (Campaign campaign : campaigns) {
            promos.add(promo(scene, campaign, new OtherSides(scene, campaign, campaigns)));
        }
        promos.removeIf(promo -> promo.origins().isEmpty() && scene.speaksOf(Sense.INTERNAL));
        promos.removeIf(promo -> isOver(scene, promo) && !isClosedPage(scene));
        promos.removeIf(promo ->
                promo.bonus().highest() == null && (promo.origins().isEmpty() || !offer.isToldWithoutPercent()));
        return promos;
    }

    private static boolean isOver(Scene scene, Promo promo) {
        Moment end = promo.window().end();
        return end != null && end.date().isBefore(scene.mentions().published());
    }

    /** A page of a campaign that is over, kept to be looked at, is still that campaign's. */
    private static boolean isClosedPage(Scene scene) {
        return Stream.concat(scene.title().stream(), scene.body().stream())
                .anyMatch(clause -> scene.has(clause, Sense.CONSULT)
                        || Lists.any(
                                scene.mentions().tokens().subList(clause.from(), clause.to()),
                                token -> token.form().startsWith("encerrad")));
    }

    /** The body has had its say with the title. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        return List.of();
    }

    private static Promo promo(Scene scene, Campaign campaign, OtherSides others) {
        Evidence evidence = new Evidence(scene);
        NameMention taker = campaign.taker();
        evidence.add("program", taker.hit().from(), taker.hit().to());
        List<ReadPercent> percents =
                campaign.percents() == null ? percents(scene, campaign) : withShared(scene, campaign.percents());
        kindEvidence(scene, campaign, percents, evidence);
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(taker.slug()))
                .origins(origins(campaign, evidence))
                .bonus(new BonusReader(scene, percents, evidence)
                        .read(new BoundsReader(scene, campaign.clauses(), evidence).read()))
                .window(new WindowReader(scene, campaign.clauses(), evidence, date -> !others.claim(date, percents))
                        .readFor(percents))
                .evidence(evidence.words())
                .build();
    }

    /** "Em ambas, quem não tem Clube recebe 50%". */
    private static List<ReadPercent> withShared(Scene scene, List<ReadPercent> own) {
        List<ReadPercent> all = new ArrayList<>(own);
        scene.speaking().stream()
                .filter(clause -> scene.has(clause, Sense.TOGETHER))
                .flatMap(clause -> scene.percents(clause).stream())
                .filter(percent -> percent.isTransferBonus() && percent.reach() != Reach.UNTOLD)
                .forEach(all::add);
        return all;
    }

    private static List<ReadPercent> percents(Scene scene, Campaign campaign) {
        List<ReadPercent> told = told(scene, campaign);
        if (!told.isEmpty()
                && (!scene.titleHas(Sense.MULTIPLE) || scene.transferTitle().hasAnyPercent())) {
            return told;
        }
        List<ReadPercent> all = new ArrayList<>(told);
        all.addAll(multiples(scene, campaign));
        return all;
    }

    private static List<ReadPercent> told(Scene scene, Campaign campaign) {
        List<ReadPercent> told = new ArrayList<>();
        for (Clause clause : campaign.clauses()) {
            for (ReadPercent percent : scene.percents(clause)) {
                if (percent.isTransferBonus()) {
                    told.add(percent);
                }
            }
        }
        return told;
    }

    /** "O dobro", "em triplo", where no percentage is told. */
    private static List<ReadPercent> multiples(Scene scene, Campaign campaign) {
        List<ReadPercent> told = new ArrayList<>();
        for (Clause clause : campaign.clauses()) {
            Hit multiple = scene.first(clause, Sense.MULTIPLE);
            BigDecimal more = multiple == null ? null : MORE_BY_WORD.get(stem(scene, multiple));
            if (multiple != null && more != null && !scene.has(clause, Sense.PER_MONEY)) {
                boolean most = scene.mentions().is(multiple.from() - 1, "ate")
                        || scene.mentions().is(multiple.from() - 2, "ate");
                PercentMention mention =
                        new PercentMention(multiple.from(), multiple.to(), more, most, false, multiple.from());
                Reach reach = scene.has(clause, Sense.AUDIENCE) ? Reach.SOME : Reach.UNTOLD;
                told.add(new ReadPercent(mention, clause, PercentRole.BONUS, reach, AudienceWords.NONE, false));
            }
        }
        return told;
    }

    private static String stem(Scene scene, Hit multiple) {
        return scene.mentions().tokens().subList(multiple.from(), multiple.to()).stream()
                .map(Token::form)
                .filter(form -> form.length() > STEM)
                .map(form -> form.substring(0, STEM))
                .filter(MORE_BY_WORD::containsKey)
                .findFirst()
                .orElse("");
    }

    private static void kindEvidence(Scene scene, Campaign campaign, List<ReadPercent> percents, Evidence evidence) {
        for (Sense sense : List.of(Sense.TRANSFER, Sense.BONUS)) {
            for (Clause clause : campaign.clauses()) {
                Hit hit = scene.first(clause, sense);
                if (hit != null) {
                    evidence.add("kind", hit.from(), hit.to());
                    return;
                }
            }
        }
        if (percents.isEmpty()) {
            evidence.add(
                    "kind",
                    campaign.taker().hit().from(),
                    campaign.taker().hit().to());
        } else {
            PercentMention percent = percents.get(0).mention();
            evidence.add("kind", percent.from(), percent.to());
        }
    }

    private static Set<OriginId> origins(Campaign campaign, Evidence evidence) {
        Set<OriginId> origins = new LinkedHashSet<>();
        if (!campaign.everyBank().isEmpty()) {
            Hit hit = campaign.everyBank().get(0);
            evidence.by(Rule.EVERY_BANK);
            evidence.add("origins", hit.from(), hit.to());
            origins.add(OriginId.EVERY_BANK);
            return origins;
        }
        for (NameMention giver : campaign.givers()) {
            origins.add(new OriginId(giver.slug()));
        }
        if (!origins.isEmpty()) {
            Set<String> named = new HashSet<>();
            int to = campaign.givers().stream()
                    .filter(giver -> named.add(giver.slug()))
                    .mapToInt(giver -> giver.hit().to())
                    .max()
                    .orElseThrow();
            evidence.by(Rule.NAMED_BANKS);
            evidence.add("origins", campaign.givers().get(0).hit().from(), to);
        }
        return origins;
    }
}
