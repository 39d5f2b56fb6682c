package org.milesbot.cli.bot.assistant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.milesbot.cli.config.KnownNames;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.cli.people.WrongSetting;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.UserConfig;

/**
 * Words after a command as a person would type them, held against the forms that read them. Where a person may bring in a new
 * name, a model may not.
 */
final class TypedWords {

    private static final String SOMEWHERE = "GRU";
    private static final Pattern SPACE_IN_LIST = Pattern.compile("\\s*([,:])\\s*");

    private final Set<String> programs;
    private final KnownNames names;
    private final Clock clock;

    TypedWords(Collection<String> programs, Clock clock) {
        this.programs = Set.copyOf(programs);
        this.names = new KnownNames(this.programs);
        this.clock = clock;
    }

    boolean knows(String program) {
        return names.has(program);
    }

    /** A setting and its value, if the value is one, and nothing in it could be read as another setting. */
    Optional<String> setting(String key, String value) {
        boolean isName = key.equals("name");
        String plain = isName ? value : SPACE_IN_LIST.matcher(value).replaceAll("$1");
        boolean isOneValue = plain.indexOf('=') < 0 && (isName || plain.indexOf(' ') < 0);
        String words = key + "=" + plain;
        return isOneValue && isSetting(words) ? Optional.of(words) : Optional.empty();
    }

    boolean isSetting(String words) {
        UserSettingsForm form = form();
        try {
            form.with(Profile.of(1, "", clock.instant()), words);
            return form.notes().isEmpty();
        } catch (WrongSetting e) {
            return false;
        }
    }

    /**
     * A route, if it is one.
     *
     * @param from where it starts; nowhere if that is to be asked
     */
    Optional<String> route(List<String> from, List<String> to, List<String> others) {
        List<String> words = new ArrayList<>();
        words.add(from.isEmpty() ? "para" : String.join(",", from));
        words.add(String.join(",", to));
        words.addAll(others);
        List<String> checked = new ArrayList<>(words);
        if (from.isEmpty()) {
            checked.add(0, SOMEWHERE);
        }
        return isRoute(checked) ? Optional.of(String.join(" ", words)) : Optional.empty();
    }

    private boolean isRoute(List<String> words) {
        RouteForm form = new RouteForm(form(), clock);
        try {
            form.route("", form.sorted(words));
            return true;
        } catch (WrongSetting e) {
            return false;
        }
    }

    /** One for each check, since it keeps notes. */
    private UserSettingsForm form() {
        return new UserSettingsForm(programs, Set.of(UserConfig.TELEGRAM), clock);
    }
}
