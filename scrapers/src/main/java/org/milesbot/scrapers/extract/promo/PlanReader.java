package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads which plan a club sells and what it costs a month. */
final class PlanReader {

    private static final WordSet CLUB_WORDS = WordSet.of("clube", "club");
    private static final WordSet PLAN_WORDS = WordSet.of("plano", "planos", "plan");
    private static final WordSet LIST_JOINTS = WordSet.of(",", "e", "ou", "/");
    /** Far more plans and prices than any club has; what is told beyond is not read. */
    private static final int MOST = 100;

    private static final BigDecimal LEAST_POINTS = BigDecimal.valueOf(500);

    private final Mentions mentions;
    private final List<Plan> plans = new ArrayList<>();
    private final List<Price> prices = new ArrayList<>();

    private record Plan(String name, Clause clause, int from, int to) {}

    private record Price(AmountMention amount, Clause clause) {}

    private PlanReader(Scene scene) {
        mentions = scene.mentions();
        for (Clause clause : scene.speaking()) {
            if (plans.size() + prices.size() > MOST) {
                return;
            }
            readNumbers(clause);
            readNames(clause);
            MonthlyPrices.read(mentions, clause).forEach(amount -> prices.add(new Price(amount, clause)));
        }
    }

    /** Plan and price, or null if neither is told. */
    static @Nullable ClubPlan read(Scene scene, Evidence evidence) {
        PlanReader reader = new PlanReader(scene);
        Price price = reader.price();
        Plan plan = reader.plan(price);
        if (plan != null) {
            evidence.add("plan", plan.from, plan.to);
        }
        if (price != null) {
            evidence.add("monthly_price_brl", price.amount.from(), price.amount.to());
        }
        return plan == null && price == null
                ? null
                : new ClubPlan(plan == null ? null : plan.name, price == null ? null : price.amount.value());
    }

    /** "plano 2.000", "Clube Smiles 20.000". */
    private void readNumbers(Clause clause) {
        List<AmountMention> amounts = mentions.amounts(clause);
        for (AmountMention amount : amounts.subList(0, Math.min(amounts.size(), MOST))) {
            boolean points = amount.unit() != Unit.REAIS
                    && amount.value().compareTo(LEAST_POINTS) >= 0
                    && amount.value().stripTrailingZeros().scale() <= 0;
            int before = mentions.is(amount.from() - 1, "de") ? amount.from() - 1 : amount.from();
            boolean named = isBehindPlan(before) || (amount.unit() == Unit.NONE && isBehindClub(amount.from()));
            if (points && (named || isListedBehind(clause, amount.from()))) {
                String digits = amount.value().setScale(0).toPlainString();
                plans.add(new Plan(digits, clause, amount.from(), amount.to()));
            }
        }
    }

    /** "plano Plus", "Clube Livelo Classic". */
    private void readNames(Clause clause) {
        for (Hit hit : mentions.hits().within(clause.from(), clause.to(), Sense.PLAN_NAME)) {
            boolean capital = Character.isUpperCase(mentions.text()
                    .text()
                    .charAt(mentions.tokens().get(hit.from()).start()));
            boolean named = isBehindPlan(hit.from()) || isBehindClub(hit.from());
            if (capital && plans.size() < 2 * MOST && (named || isListedBehind(clause, hit.from()))) {
                plans.add(new Plan(hit.value(), clause, hit.from(), hit.to()));
            }
        }
    }

    private boolean isBehindPlan(int at) {
        return at > 0 && PLAN_WORDS.contains(mentions.tokens().get(at - 1).form());
    }

    private boolean isBehindClub(int at) {
        int end = at;
        while (end > 0 && end > at - 3 && !mentions.hits().endsAt(end, Sense.PROGRAMME)) {
            end--;
        }
        int name = end;
        while (name > 0 && name > end - 4 && !isClub(name - 1)) {
            name--;
        }
        boolean programme = end == at
                && mentions.hits().endsAt(end, Sense.PROGRAMME)
                && name > end - 4
                && name > 0
                && isClub(name - 1);
        return programme || (at > 0 && isClub(at - 1));
    }

    private boolean isClub(int at) {
        return CLUB_WORDS.contains(mentions.tokens().get(at).form());
    }

    /** The second plan of "planos 1.000 e 2.000". */
    private boolean isListedBehind(Clause clause, int at) {
        Plan last = plans.isEmpty() ? null : plans.get(plans.size() - 1);
        return last != null
                && last.clause.equals(clause)
                && last.to == at - 1
                && LIST_JOINTS.contains(mentions.tokens().get(at - 1).form());
    }

    /** The title's least price, else the body's where it is one or of the plan that the title names. */
    private @Nullable Price price() {
        List<Price> titled =
                prices.stream().filter(price -> price.clause.isTitle()).toList();
        if (!titled.isEmpty()) {
            return least(titled);
        }
        if (isOneValue(prices)) {
            return prices.isEmpty() ? null : prices.get(0);
        }
        Plan plan = only(plans.stream().filter(each -> each.clause.isTitle()).toList());
        List<Price> own = prices.stream()
                .filter(price -> plan == null
                        ? price.clause.equals(prices.get(0).clause)
                        : Lists.any(plansOf(price.clause), each -> each.name.equals(plan.name)))
                .toList();
        boolean several = plan == null && only(plans) == null && !plans.isEmpty();
        return several || own.isEmpty() || isManyPlans(own.get(0).clause) ? null : least(own);
    }

    private boolean isManyPlans(Clause clause) {
        List<Plan> here = plansOf(clause);
        return !here.isEmpty() && only(here) == null;
    }

    private static boolean isOneValue(List<Price> prices) {
        return prices.stream()
                        .map(price -> price.amount.value().stripTrailingZeros())
                        .distinct()
                        .count()
                <= 1;
    }

    private static Price least(List<Price> prices) {
        return prices.stream()
                .min(Comparator.comparing(price -> price.amount.value()))
                .orElseThrow();
    }

    /** The title's plan, else that of the clauses that tell the price, else the only one there is. */
    private @Nullable Plan plan(@Nullable Price price) {
        List<Plan> titled = plans.stream().filter(plan -> plan.clause.isTitle()).toList();
        if (!titled.isEmpty()) {
            return only(titled);
        }
        List<Plan> priced = price == null ? List.of() : plansBeside(price);
        return priced.isEmpty() ? only(plans) : only(priced);
    }

    private List<Plan> plansBeside(Price price) {
        return prices.stream()
                .filter(each -> each.amount.value().compareTo(price.amount.value()) == 0)
                .flatMap(each -> plansOf(each.clause).stream())
                .toList();
    }

    private List<Plan> plansOf(Clause clause) {
        return plans.stream().filter(plan -> plan.clause.equals(clause)).toList();
    }

    private static @Nullable Plan only(List<Plan> plans) {
        return plans.stream().map(Plan::name).distinct().count() == 1 ? plans.get(0) : null;
    }
}
