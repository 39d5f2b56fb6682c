package org.milesbot.plugin.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;

/**
 * Says what a thousand miles cost: {@code /milheiro 70000 2450}. It answers words and, by a button, asks for others; what
 * is wrong is an error of kind USAGE, whose sentence the person reads.
 */
final class SampleCommand implements BotCommand {

    private static final Pattern WORDS = Pattern.compile("([0-9]{1,9})\\s+([0-9]{1,7}(?:[.,][0-9]{2})?)");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    @Override
    public String name() {
        return "milheiro";
    }

    @Override
    public String help(Locale language) {
        return Text.of(SampleCommand.class, "milheiro.help").in(language);
    }

    @Override
    public String example() {
        return "70000 2450";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Locale language = request.asker().language();
        if (request.words().isEmpty()) {
            Text question = Text.of(SampleCommand.class, "milheiro.ask");
            return List.of(new BotReply.Ask(message(question.in(language)), ""));
        }
        Matcher words = WORDS.matcher(request.words());
        if (!words.matches() || Integer.parseInt(words.group(1)) == 0) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(SampleCommand.class, "milheiro.wrong"));
        }
        BigDecimal price = new BigDecimal(words.group(2).replace(',', '.'))
                .multiply(THOUSAND)
                .divide(new BigDecimal(words.group(1)), 2, RoundingMode.HALF_UP);
        Text answer = Text.of(SampleCommand.class, "milheiro.answer", price.toPlainString());
        Button again =
                Button.telling(Text.of(SampleCommand.class, "milheiro.again").in(language), "milheiro:");
        return List.of(BotReply.say(message(answer.in(language)).withButtons(List.of(List.of(again)))));
    }

    private static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }
}
