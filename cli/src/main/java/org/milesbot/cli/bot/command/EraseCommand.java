package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.cli.privacy.Erased;

/** Forgets somebody, after they have confirmed it. */
final class EraseCommand implements Unhurried {

    private final Workshop workshop;

    EraseCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "apagar_dados";
    }

    @Override
    public List<String> aliases() {
        return List.of("apagardados", "erase_data");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("apagar_dados.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        if (!request.isConfirmed()) {
            return List.of(new BotReply.Confirm(speech.message("apagar_dados.sure"), ""));
        }
        Erased erased = workshop.privacy().erase(request.asker().chatId());
        return List.of(
                erased.isWhole()
                        ? speech.show("apagar_dados.done")
                        : speech.show("apagar_dados.failed", String.join(", ", erased.failed())));
    }
}
