package org.milesbot.cli.bot.command;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.notify.Offers;
import org.milesbot.notify.message.Escape;
import org.milesbot.notify.message.Goodness;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.Offer;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.store.dedupe.Identity;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;

/** Reads an announcement that somebody pasted or passed on: what it is, whether it is known, and how good it is. */
final class ReadCommand implements BotCommand {

    private static final int MOST_TOLD = 5;
    private static final int MOST_CHARACTERS = 16_000;
    private static final int MOST_COMPARED = 200;
    private static final Duration COMPARED = Duration.ofDays(120);
    private static final int LONGEST_WISH = 250;
    private static final URI NOWHERE = URI.create("about:blank");
    private static final SourceId READER = new SourceId("reader");

    /** What people begin with who ask for something; announcements speak otherwise. */
    private static final Pattern WISH = Pattern.compile(
            "(?:(?:eu|so|nao) )*(?:quer|gostaria|me |avis[ae]|lembr[ae]|vale (?:a pena|transf)|sera que|quanto rende|devo|posso"
                    + "|silenci|i want|i would|tell me|remind me|should i).*",
            Pattern.DOTALL);

    private final Workshop workshop;

    ReadCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return BuiltInCommands.READER;
    }

    @Override
    public List<String> aliases() {
        return List.of("read");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("ler.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        if (request.words().isBlank()) {
            return List.of(new BotReply.Ask(speech.message("ler.ask"), "text"));
        }
        List<Promo> promos = promos(request);
        if (promos.isEmpty()) {
            // Free text is of no concern here; whoever was asked for an announcement gets an answer.
            return request.topic() == null ? List.of() : List.of(speech.say("ler.none"));
        }
        return List.of(BotReply.say(read(request, speech, promos)));
    }

    private List<Promo> promos(BotRequest request) {
        String text = request.words();
        if (request.topic() == null && isWish(text)) {
            return List.of();
        }
        String bounded = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        return workshop.extractor().extract(new Announcement("", "", html(bounded), null, request.at())).stream()
                .distinct()
                .toList();
    }

    private static boolean isWish(String text) {
        return text.length() <= LONGEST_WISH
                && text.indexOf('\n') < 0
                && (text.endsWith("?")
                        || WISH.matcher(ProgramWords.folded(text)).matches());
    }

    /** A paragraph a line, as a channel's posts have. */
    private static String html(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + Escape.html(line) + "</p>")
                .collect(Collectors.joining());
    }

    private Message read(BotRequest request, Speech speech, List<Promo> promos) {
        List<Html> parts = new ArrayList<>();
        List<List<Button>> rows = new ArrayList<>();
        for (Promo promo : promos.subList(0, Math.min(promos.size(), MOST_TOLD))) {
            @Nullable PromoRow known = known(request, promo);
            parts.add(told(request, speech, promo, known));
            if (known != null && promos.size() == 1) {
                rows.add(List.of(speech.button("promos:i/" + known.id(), "ler.button")));
            }
        }
        if (promos.size() > MOST_TOLD) {
            parts.add(new Html(speech.words("ler.more", promos.size() - MOST_TOLD)));
        }
        return new Message(Html.join("\n\n", parts).value(), rows, false, null);
    }

    private Html told(BotRequest request, Speech speech, Promo promo, @Nullable PromoRow known) {
        Goodness goodness = known == null
                ? workshop.promos()
                        .standing(promo, request.at())
                        .map(Offers::goodness)
                        .orElse(null)
                : Offers.of(known).goodness();
        Offer offer = new Offer(
                known == null ? new UUID(0, 0) : known.id(),
                promo,
                "",
                NOWHERE,
                request.at(),
                known == null || known.score() == null ? null : known.score().value(),
                goodness);
        boolean isFew = goodness == null && promo.kind().equals(PromoKind.TRANSFER_BONUS);
        return Html.lines(
                workshop.letters().told(offer, request.asker(), Workshop.today(request)),
                isFew ? new Html(speech.words("ler.few")) : Html.NONE,
                known == null ? new Html(speech.words("ler.new")) : known(request, speech, known));
    }

    private Html known(BotRequest request, Speech speech, PromoRow row) {
        TimePhrases time = new TimePhrases(request.asker().language(), Workshop.today(request));
        return Html.lines(
                new Html(speech.words(
                        "ler.known",
                        time.day(row.publishedAt().atZone(Zones.SAO_PAULO).toLocalDate()))),
                workshop.letters().link(Offers.of(row), request.asker()));
    }

    /** The promo that is of the same campaign, by the same rules that tell campaigns apart when they are gathered. */
    private @Nullable PromoRow known(BotRequest request, Promo promo) {
        Sighting pasted = new Sighting(promo, READER, Provenance.RUMOUR, "", NOWHERE, request.at());
        PromoFilter alike = new PromoFilter(
                Set.of(promo.program()), null, promo.kind(), null, request.at().minus(COMPARED), MOST_COMPARED);
        return workshop.promos().list(alike, workshop.rule(), request.at()).stream()
                .filter(row -> isSame(pasted, row))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(Sighting pasted, PromoRow row) {
        Sighting kept =
                new Sighting(row.promo(), row.source(), row.provenance(), row.title(), row.url(), row.publishedAt());
        List<Integer> campaigns = Identity.campaigns(List.of(pasted, kept));
        return campaigns.get(0).equals(campaigns.get(1));
    }
}
