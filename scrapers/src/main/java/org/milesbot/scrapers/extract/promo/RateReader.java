package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Earning;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads what an earning pays and where: the title's rate, else that of the body, and the shops. */
final class RateReader {

    /** An announcement with more rates than this is a list of shops; the first ones count. */
    private static final int MOST = 100;

    private static final Set<String> GOODS = Set.of(
            "categorias", "produtos", "itens", "lojas", "departamentos", "setores", "marcas", "compras", "ofertas");

    private static final Set<String> JOINTS = Set.of("e", ",", "(", "mas", "enquanto");

    private final Scene scene;
    private final NameMention programme;
    private final Evidence evidence;
    private final List<Rate> title = new ArrayList<>();
    private final List<Rate> body = new ArrayList<>();

    private RateReader(Scene scene, NameMention programme, Evidence evidence) {
        this.scene = scene;
        this.programme = programme;
        this.evidence = evidence;
        scene.title().forEach(clause -> title.addAll(RateGrammar.read(scene.mentions(), clause)));
        for (Clause clause : scene.body()) {
            if (body.size() < MOST && isOfProgramme(clause)) {
                body.addAll(RateGrammar.read(scene.mentions(), clause));
            }
        }
    }

    /** The rate and the shops, or null if nothing of them is told. */
    static @Nullable Earning read(Scene scene, NameMention programme, Evidence evidence) {
        RateReader reader = new RateReader(scene, programme, evidence);
        Rate most = reader.most();
        List<String> shops = new ShopReader(scene, evidence).read();
        Earning earning = new Earning(
                most == null ? null : most.points(),
                most == null ? null : reader.base(most),
                most == null ? null : most.unit(),
                shops);
        return earning.isUnknown() ? null : earning;
    }

    private @Nullable Rate most() {
        List<Rate> rates = title.isEmpty() ? body : title;
        Rate most = rates.stream()
                .filter(rate -> rate.unit().equals(rates.get(0).unit()))
                .max(Comparator.comparing(Rate::points))
                .orElse(null);
        if (most != null) {
            evidence.add("rate_max", most.from(), most.to());
            evidence.add("rate_unit", most.from(), most.to());
        }
        return most;
    }

    /** A clause that names another programme only tells of that one's rates. */
    private boolean isOfProgramme(Clause clause) {
        List<NameMention> others = scene.names(clause).stream()
                .filter(name -> name.isCarrier() || name.programmeClass() == ProgrammeClass.COALITION)
                .toList();
        return scene.speaks(clause)
                && (others.isEmpty() || Lists.any(others, name -> name.slug().equals(programme.slug())));
    }

    private @Nullable BigDecimal base(Rate most) {
        Rate base = forEveryone(most);
        if (base != null) {
            evidence.add("rate_base", base.from(), base.to());
        }
        return base == null ? null : base.points();
    }

    /** What those without club or status get, or the only rate there is if it is told flat. */
    private @Nullable Rate forEveryone(Rate most) {
        List<Rate> all = new ArrayList<>(title);
        all.addAll(body);
        all.removeIf(rate -> !rate.unit().equals(most.unit()) || rate.points().compareTo(most.points()) > 0);
        for (Rate rate : all) {
            if (!rate.upTo() && isForEveryone(rate, all)) {
                return rate;
            }
        }
        boolean flat = Lists.none(all, Rate::upTo)
                && Lists.all(all, rate -> rate.points().compareTo(most.points()) == 0)
                && Lists.none(all, rate -> scene.has(rate.clause(), Sense.AUDIENCE));
        return flat ? most : null;
    }

    /** Whether the words beside a rate say everyone; "demais clientes" are people, "demais categorias" are goods. */
    private boolean isForEveryone(Rate rate, List<Rate> all) {
        Hit everyone = everyoneBeside(rate, all);
        return everyone != null && Lists.none(GOODS, goods -> scene.mentions().is(everyone.to(), goods));
    }

    /** Between two rates the words are of the first, unless a joint leads to the second: "e os demais, 6 pontos". */
    private @Nullable Hit everyoneBeside(Rate rate, List<Rate> all) {
        int left = rate.clause().from();
        int right = rate.clause().to();
        for (Rate other : all) {
            if (other.clause().equals(rate.clause())) {
                left = other.to() <= rate.from() ? Math.max(left, other.to()) : left;
                right = other.from() >= rate.to() ? Math.min(right, other.from()) : right;
            }
        }
        Hit before = scene.mentions().hits().last(left, rate.from(), Sense.EVERYONE);
        boolean led = before != null && (left == rate.clause().from() || isLed(before));
        Hit behind = scene.mentions().hits().first(rate.to(), right, Sense.EVERYONE);
        boolean own = behind != null && (right == rate.clause().to() || !isLed(behind));
        if (led) {
            return before;
        }
        return own ? behind : null;
    }

    private boolean isLed(Hit hit) {
        return Lists.any(
                JOINTS,
                joint -> scene.mentions().is(hit.from() - 1, joint)
                        || scene.mentions().is(hit.from() - 2, joint));
    }
}
