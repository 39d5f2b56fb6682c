package org.milesbot.plugin.rumours;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.plugin.rumours.Intake.Reporter;
import org.milesbot.plugin.rumours.Intake.Taken;

/** Takes a rumour: {@code /rumor Smiles com 100% da Livelo amanhã}, or without words the next message, a forwarded one too. */
final class ReportCommand implements BotCommand {

    private final Intake intake;
    private final RumoursSettings settings;

    ReportCommand(Intake intake, RumoursSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "rumor";
    }

    @Override
    public String help(Locale language) {
        return Phrases.said(language, "report.help");
    }

    @Override
    public String example() {
        return "Smiles vai dar 100% de bônus da Livelo amanhã";
    }

    @Override
    public boolean takesForwarded() {
        return true;
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        Locale language = request.asker().language();
        String words = request.words();
        if (words.isBlank()) {
            return List.of(new BotReply.Ask(Phrases.message(Phrases.said(language, "report.ask")), ""));
        }
        if (words.length() > Intake.LONGEST) {
            throw refused("report.long", String.valueOf(Intake.LONGEST));
        }
        Reporter reporter = new Reporter(request.asker().chatId(), language);
        List<Taken> taken = intake.take(reporter, words, request.at());
        if (taken.isEmpty()) {
            throw refused("report.nothing");
        }
        String told = taken.stream().map(each -> told(each, language)).collect(Collectors.joining("\n\n"));
        return List.of(BotReply.say(Phrases.message(told)));
    }

    private String told(Taken taken, Locale language) {
        String offers = Phrases.escaped(Phrases.offers(taken.offers(), language));
        return switch (taken.end()) {
            case KEPT -> Phrases.said(language, "report.kept", offers, settings.days());
            case TWICE -> Phrases.said(language, "report.twice", offers);
            case OLD -> Phrases.said(language, "report.old", offers, settings.days());
            case TOO_MANY -> Phrases.said(language, "report.many", offers, settings.perDay());
            case LATE ->
                taken.found() == null
                        ? Phrases.said(language, "report.twice", offers)
                        : Phrases.said(
                                language,
                                "report.late",
                                offers,
                                Phrases.day(
                                        LocalDate.ofInstant(taken.found().announcedAt(), Zones.SAO_PAULO), language),
                                Phrases.escaped(Phrases.bounded(taken.found().title())),
                                Phrases.escaped(Phrases.bounded(taken.found().url())));
        };
    }

    private static MilesbotException refused(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(ReportCommand.class, key, arguments));
    }
}
