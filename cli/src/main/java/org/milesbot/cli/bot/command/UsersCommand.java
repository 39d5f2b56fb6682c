package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.cli.people.SettingsShown;
import org.milesbot.notify.message.Html;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserCounts;

/** How many people there are, or how one of them wants it. */
final class UsersCommand extends OperatorCommand {

    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,16}");

    UsersCommand(Workshop workshop) {
        super("users", workshop);
    }

    @Override
    public List<String> aliases() {
        return List.of("pessoas");
    }

    @Override
    public String example() {
        return "123456789";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        if (request.words().isBlank()) {
            UserCounts people = workshop.users().counts(request.at());
            return answer(say(speech, "users.counts", people.all(), people.fresh(), people.disabled()));
        }
        Optional<User> found = CHAT.matcher(request.words()).matches()
                ? workshop.users().findByTelegram(Long.parseLong(request.words()))
                : Optional.empty();
        User user = found.orElseThrow(
                () -> new MilesbotException(ErrorKind.USAGE, Text.of(UsersCommand.class, "users.unknown")));
        Html heading = say(
                speech,
                "users.one",
                String.valueOf(user.telegramId()),
                user.name(),
                ago(speech, user.profile().since().createdAt(), request.at()));
        Html disabled = user.disabled() == null
                ? Html.NONE
                : say(speech, "users.disabled", user.disabled().why());
        Html settings = lines(
                List.copyOf(SettingsShown.of(user.profile()).entrySet()),
                (Map.Entry<String, String> each) -> say(speech, "users.setting", each.getKey(), each.getValue()));
        return answer(Html.lines(heading, disabled, settings));
    }
}
