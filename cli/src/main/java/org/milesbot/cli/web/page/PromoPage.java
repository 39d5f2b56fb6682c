package org.milesbot.cli.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.DossierWords;
import org.milesbot.cli.output.DossierWords.Because;
import org.milesbot.cli.output.EventWords;
import org.milesbot.cli.output.OfferWords;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.page.PromoView.Happening;
import org.milesbot.cli.web.page.PromoView.Similar;
import org.milesbot.cli.web.page.PromoView.Witness;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.dedupe.Dossier.Witnessed;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;
import org.milesbot.store.score.Weights;

/** One campaign: what it gives, how it went, who says so in which words, and what it can be held against. */
final class PromoPage {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{6}[0-9a-f-]{0,30}");
    private static final int MOST_SIGHTINGS = 60;
    private static final int MOST_SIMILAR = 6;
    private static final int MOST_ORIGINS = 4;

    private final Shelf shelf;
    private final Templates templates;

    PromoPage(Shelf shelf, Templates templates) {
        this.shelf = shelf;
        this.templates = templates;
    }

    WebRoute route() {
        return WebRoute.get("/promo/{id}", this::answer);
    }

    private WebReply answer(WebRequest request) {
        String typed = request.part("id").toLowerCase(Locale.ROOT);
        if (!BEGINNING.matcher(typed).matches()) {
            return new WebReply.Failure(404, Text.of(PromoPage.class, "promo.form"));
        }
        List<UUID> named = shelf.dossiers().named(typed, 2);
        if (named.size() != 1) {
            return new WebReply.Failure(
                    404, Text.of(PromoPage.class, named.isEmpty() ? "promo.unknown" : "promo.several", typed));
        }
        UUID id = named.get(0);
        if (!id.toString().equals(request.part("id"))) {
            Frame frame = Frame.of(request, Section.NONE, "", "");
            return new WebReply.Redirect(frame.to("/promo/" + id));
        }
        Optional<Dossier> dossier = shelf.dossiers().of(id);
        return dossier.isPresent()
                ? page(request, dossier.get())
                : new WebReply.Failure(404, Text.of(PromoPage.class, "promo.unknown", typed));
    }

    private WebReply page(WebRequest request, Dossier dossier) {
        List<UUID> similar = shelf.similar().before(dossier.promo(), MOST_SIMILAR);
        List<UUID> all = new ArrayList<>(List.of(dossier.promo().id()));
        all.addAll(similar);
        Map<UUID, PromoRow> scored = shelf.promos().byId(all, shelf.rule(), request.at());
        PromoRow row = scored.getOrDefault(dossier.promo().id(), dossier.promo());
        Words words = new Words(request.language());
        PromoWords promoWords = new PromoWords(shelf.names(), request.language());
        PromoFacts facts = new PromoFacts(words, promoWords);
        Card card = new Cards(shelf.names(), request.language())
                .of(List.of(row), shelf.promos().sources(List.of(row.id())))
                .get(0);
        DossierWords told = new DossierWords(dossier, shelf.names(), request.language());
        Frame frame = Frame.of(request, Section.NONE, title(card, words), row.title());
        PromoView view = new PromoView(
                frame,
                card,
                told.state(),
                SafeLink.of(row.url()),
                facts.tiers(row.promo().bonus()),
                facts.facts(row.promo()),
                life(dossier.events(), new EventWords(request.language())),
                dossier.sightings().stream()
                        .limit(MOST_SIGHTINGS)
                        .map(witnessed -> witness(witnessed, told, facts))
                        .toList(),
                Math.max(0, dossier.sightings().size() - MOST_SIGHTINGS),
                similar.stream()
                        .flatMap(id -> Stream.ofNullable(scored.get(id)))
                        .map(one -> similar(one, promoWords))
                        .toList(),
                row.score() == null ? null : score(row.score(), words));
        return templates.fill("page/promo.jte", Map.of("view", view), FRESH);
    }

    private static String title(Card card, Words words) {
        String heading = card.where().isEmpty() ? card.program() : card.where() + " → " + card.program();
        return card.highest().equals(OfferWords.UNKNOWN)
                ? words.say("promo.title.plain", heading, card.kind())
                : words.say("promo.title", heading, card.highest());
    }

    private static List<Happening> life(List<PromoEvent> events, EventWords words) {
        return events.stream()
                .map(event -> new Happening(event.happenedAt(), day(event.happenedAt()), words.of(event)))
                .toList();
    }

    private static String day(Instant instant) {
        return OfferWords.DAY.format(instant.atZone(Zones.SAO_PAULO));
    }

    private static Witness witness(Witnessed witnessed, DossierWords told, PromoFacts facts) {
        Sighting sighting = witnessed.sighting();
        Because because = told.because(witnessed);
        return new Witness(
                told.place(witnessed),
                sighting.source().value(),
                told.provenance(sighting.provenance()),
                sighting.publishedAt(),
                told.time(sighting.publishedAt()),
                told.offer(sighting),
                sighting.title(),
                SafeLink.of(sighting.url()),
                facts.quotes(sighting.promo().evidence()),
                Stream.of(
                                told.warning(sighting),
                                told.taken(witnessed),
                                because.likeness(),
                                because.difference(),
                                because.margin())
                        .filter(note -> !note.isEmpty())
                        .toList());
    }

    private static Similar similar(PromoRow row, PromoWords words) {
        OfferWords offer = words.offer();
        return new Similar(
                row.id(),
                words.window(row.promo().window()),
                words.where(row.promo(), MOST_ORIGINS),
                offer.highest(row.promo()),
                row.title());
    }

    private PromoView.@Nullable Score score(Score score, Words words) {
        Weights weights = shelf.rule().weights();
        double sum = weights.freshness() + weights.provenance() + weights.structure() + weights.hitRate();
        ScoreParts parts = score.parts();
        return new PromoView.Score(
                words.say("promo.score", score.value()),
                List.of(
                        part(words, "freshness", parts.freshness(), weights.freshness() / sum),
                        part(words, "provenance", parts.provenance(), weights.provenance() / sum),
                        part(words, "structure", parts.structure(), weights.structure() / sum),
                        part(words, "hit_rate", parts.hitRate(), weights.hitRate() / sum)));
    }

    private static PromoView.Part part(Words words, String name, double part, double weight) {
        return new PromoView.Part(
                words.say("promo.score." + name),
                words.say("promo.score." + name + ".meaning"),
                words.say("promo.score.points", 100 * part * weight),
                words.say("promo.score.points", 100 * weight),
                Math.round(100 * part));
    }
}
