package org.milesbot.cli.bot;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.milesbot.notify.telegram.Incoming.Person;
import org.milesbot.store.user.Language;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.Since;
import org.milesbot.store.user.User;
import org.milesbot.store.user.Users;

/** Keeps who speaks to the bot for the first time. */
final class Newcomers {

    static final Locale PORTUGUESE = Language.PT.locale();

    private Newcomers() {}

    /** Whoever has this chat; a newcomer is kept with what Telegram says of them. */
    static User known(Users users, long chatId, Person person, Instant now) {
        return users.findByTelegram(chatId).orElseGet(() -> joined(users, chatId, person, now));
    }

    private static User joined(Users users, long chatId, Person person, Instant now) {
        Profile profile = Profile.of(chatId, person.name(), now);
        // The bot itself tells what is open; a digest of the same would be one message too many.
        Optional<User> added = users.add(profile.withSince(new Since(now, now, null))
                .withConfig(profile.config().withLanguage(language(person))));
        return added.or(() -> users.findByTelegram(chatId)).orElseThrow();
    }

    /** The language of their Telegram, as far as it is spoken here. */
    static Language language(Person person) {
        String told = person.language().toLowerCase(Locale.ROOT);
        boolean isNear = told.isEmpty() || told.startsWith("pt") || told.startsWith("es") || told.startsWith("gl");
        return isNear ? Language.PT : Language.EN;
    }
}
