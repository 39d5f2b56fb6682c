package org.milesbot.cli.bot.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.notify.Offers;
import org.milesbot.cli.output.AlertWords;
import org.milesbot.notify.message.Html;
import org.milesbot.store.alert.Explained;
import org.milesbot.store.alert.Explanations;
import org.milesbot.store.alert.OwnAlerts;
import org.milesbot.store.alert.OwnAlerts.OwnAlert;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.Weights;

/** Says why somebody was told of a promo, or was not: as an answer to an alert, or by its number or the promo's id. */
final class WhyCommand implements BotCommand {

    private static final int MOST_CHOICES = 8;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_LINE = 300;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Pattern ALERT = Pattern.compile("[0-9]{1,18}");
    private static final Pattern PROMO = Pattern.compile("[0-9a-f][0-9a-f-]{3,35}");

    private final Workshop workshop;

    WhyCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public List<String> aliases() {
        return List.of("porque");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("why.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        String words = request.words().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return List.of(asked(request));
        }
        Optional<UUID> promo = promo(request, words);
        if (promo.isEmpty()
                && !ALERT.matcher(words).matches()
                && !PROMO.matcher(words).matches()) {
            throw Workshop.wrong("why.wrong", Workshop.clipped(request.words()));
        }
        return List.of(promo.flatMap(id -> explained(request, id))
                .orElseGet(() -> Workshop.speech(request).say("why.unknown")));
    }

    /** The number of an alert may begin the id of a promo as well; it is the alert that is meant. */
    private Optional<UUID> promo(BotRequest request, String words) {
        Optional<UUID> alerted = ALERT.matcher(words).matches()
                ? alerts().numbered(request.asker().chatId(), Long.parseLong(words))
                        .map(OwnAlert::promo)
                : Optional.empty();
        if (alerted.isPresent() || !PROMO.matcher(words).matches()) {
            return alerted;
        }
        List<UUID> named = workshop.dossiers().named(words, 2);
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private OwnAlerts alerts() {
        return new OwnAlerts(workshop.database());
    }

    private BotReply asked(BotRequest request) {
        long chat = request.asker().chatId();
        Long answers = request.answers();
        List<OwnAlert> meant = answers == null || request.isPressed() ? List.of() : alerts().inMessage(chat, answers);
        if (meant.size() == 1) {
            return explained(request, meant.get(0).promo())
                    .orElseGet(() -> Workshop.speech(request).say("why.unknown"));
        }
        return meant.isEmpty()
                ? choice(request, alerts().latest(chat, MOST_CHOICES), "why.which.latest")
                : choice(request, meant, "why.which");
    }

    private BotReply choice(BotRequest request, List<OwnAlert> alerts, String question) {
        Speech speech = Workshop.speech(request);
        Map<UUID, PromoRow> promos = workshop.promos()
                .byId(alerts.stream().map(OwnAlert::promo).distinct().toList(), workshop.rule(), request.at());
        Map<UUID, Button> buttons = new LinkedHashMap<>();
        for (OwnAlert alert : alerts) {
            PromoRow promo = promos.get(alert.promo());
            if (promo != null) {
                buttons.putIfAbsent(promo.id(), Button.telling(label(request, promo), "why:" + alert.number()));
            }
        }
        List<List<Button>> rows =
                buttons.values().stream().limit(MOST_CHOICES).map(List::of).toList();
        return rows.isEmpty() ? speech.say("why.none") : speech.say(rows, question);
    }

    private String label(BotRequest request, PromoRow row) {
        return workshop.letters().label(Offers.of(row), request.asker(), LONGEST_LABEL);
    }

    private Optional<BotReply> explained(BotRequest request, UUID promo) {
        return new Explanations(workshop.database(), workshop.rule())
                .of(request.asker().chatId(), promo, request.at())
                .map(explained -> BotReply.say(message(request, explained)));
    }

    private Message message(BotRequest request, Explained explained) {
        Speech speech = Workshop.speech(request);
        AlertWords words = new AlertWords(request.asker().language());
        boolean isTold =
                explained.alerts().stream().anyMatch(alert -> alert.state().equals("sent"));
        List<Html> parts = new ArrayList<>();
        parts.add(Html.lines(
                new Html(speech.words(isTold ? "why.heading" : "why.heading.not")),
                workshop.letters().heading(Offers.of(explained.promo()), request.asker())));
        parts.add(score(speech, explained));
        parts.add(section(
                speech.words("why.conditions"),
                Stream.concat(
                        explained.conditions().entrySet().stream()
                                .map(condition -> words.condition(condition.getKey(), condition.getValue())),
                        Stream.ofNullable(explained.quietUntil()).map(words::quiet))));
        parts.add(
                section(speech.words("why.events"), explained.matches().stream().map(words::match)));
        parts.add(
                section(speech.words("why.alerts"), explained.alerts().stream().map(words::state)));
        return new Message(Html.join("\n\n", parts).value(), List.of(), false, null);
    }

    private static Html section(String heading, Stream<String> lines) {
        List<Html> all = lines.map(line -> Html.escaped(line, LONGEST_LINE)).toList();
        return all.isEmpty() ? Html.NONE : Html.lines(new Html(heading), Html.join("\n", all));
    }

    /** Part by part: how many points it gives, of how many it could; as of now, if nobody was looked for yet. */
    private Html score(Speech speech, Explained explained) {
        Score score = explained.score() == null ? explained.promo().score() : explained.score();
        if (score == null) {
            return new Html(speech.words("why.score.none", speech.phrases().decimal(explained.threshold())));
        }
        Weights weights = workshop.rule().weights();
        double sum = weights.freshness() + weights.provenance() + weights.structure() + weights.hitRate();
        return Html.lines(
                new Html(speech.words(
                        "why.score",
                        speech.phrases().decimal(BigDecimal.valueOf(score.value())),
                        speech.phrases().decimal(explained.threshold()))),
                part(speech, "why.score.freshness", score.parts().freshness(), weights.freshness() / sum),
                part(speech, "why.score.provenance", score.parts().provenance(), weights.provenance() / sum),
                part(speech, "why.score.structure", score.parts().structure(), weights.structure() / sum),
                part(speech, "why.score.hit_rate", score.parts().hitRate(), weights.hitRate() / sum));
    }

    private static Html part(Speech speech, String key, double part, double share) {
        return new Html(speech.words(key, points(speech, part * share), points(speech, share)));
    }

    private static String points(Speech speech, double share) {
        return speech.phrases()
                .decimal(BigDecimal.valueOf(share).multiply(WHOLE).setScale(1, RoundingMode.HALF_UP));
    }
}
