package org.milesbot.store.user;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.db.Database;
import org.milesbot.store.user.Since.Disabled;

/**
 * Keeps who is told of promos. The operator has a row of their own, which nothing here finds by its number on Telegram
 * and nothing changes. {@code store.privacy} forgets people, there and everywhere else.
 */
public final class Users {

    /** How many are read, and best be saved, at once. */
    public static final int PAGE = 1_000;

    private final Database database;

    public Users(Database database) {
        this.database = database;
    }

    /** Somebody by their number in milesbot. */
    public Optional<User> find(long id) {
        return database.inTransaction(open -> UserReads.byId(open, id));
    }

    /** Somebody by their chat on Telegram. */
    public Optional<User> findByTelegram(long telegramId) {
        return Optional.ofNullable(findByTelegram(Set.of(telegramId)).get(telegramId));
    }

    /** Those of some chats on Telegram who are known, by their chat. */
    public Map<Long, User> findByTelegram(Collection<Long> telegramIds) {
        return database.inTransaction(open -> UserReads.byTelegram(open, telegramIds)).stream()
                .collect(Collectors.toMap(User::telegramId, Function.identity()));
    }

    /**
     * Those who pass a filter, in the order in which they came.
     *
     * @param afterId only those whose number is higher; 0 for all
     * @param limit at most so many
     */
    public List<User> list(UserFilter filter, long afterId, int limit) {
        return database.inTransaction(open -> UserReads.list(open, filter, afterId, limit));
    }

    /** Hands over all who pass a filter, in the order in which they came, without holding them all at once. */
    public void forEach(UserFilter filter, Consumer<User> consumer) {
        List<User> page = list(filter, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            long last = page.get(page.size() - 1).id();
            page = page.size() < PAGE ? List.of() : list(filter, last, PAGE);
        }
    }

    /** Keeps somebody who is not known yet; nothing, and nothing is changed, if somebody has the chat already. */
    public Optional<User> add(Profile profile) {
        return database.inTransaction(transaction -> {
            requireZones(transaction, List.of(profile));
            return UserWrites.insert(transaction, profile)
                    ? Optional.of(written(transaction, profile))
                    : Optional.empty();
        });
    }

    /**
     * Keeps people as they are told, all or none: those whose chat is known take on all that the profile says, others
     * are added. Routes are told apart by what they say, not by their numbers; reminders of promos that are not kept are
     * left out.
     *
     * @param profiles each of another chat
     */
    public void save(List<Profile> profiles) {
        if (!profiles.isEmpty()) {
            database.useTransaction(transaction -> {
                requireZones(transaction, profiles);
                UserWrites.save(transaction, profiles);
            });
        }
    }

    /**
     * Changes somebody; whoever else wants to waits meanwhile, so that no change is lost.
     *
     * @param change makes what they are to be of what they are; what it throws leaves all as it was
     * @return what they are now; nothing if they are not known
     */
    public Optional<User> change(long telegramId, UnaryOperator<Profile> change) {
        return database.inTransaction(transaction -> UserReads.locked(transaction, telegramId)
                .map(user -> {
                    Profile profile = change.apply(user.profile());
                    if (profile.equals(user.profile())) {
                        return user;
                    }
                    if (profile.telegramId() != telegramId) {
                        throw new IllegalArgumentException("the chat " + telegramId + " became another one");
                    }
                    requireZones(transaction, List.of(profile));
                    UserWrites.save(transaction, List.of(profile));
                    return written(transaction, profile);
                }));
    }

    private static User written(Handle transaction, Profile profile) {
        return UserReads.byTelegram(transaction, List.of(profile.telegramId())).get(0);
    }

    /** Runs reads and writes of this class in one transaction: all take effect, or none. */
    public <T> T together(Supplier<T> work) {
        return database.inTransaction(transaction -> work.get());
    }

    /**
     * Silences a programme for somebody until an instant, or lets them hear of it again.
     *
     * @param until until when; null for no longer
     */
    public void mute(long id, ProgramId program, @Nullable Instant until) {
        database.useTransaction(transaction -> UserWrites.mute(transaction, id, program, until));
    }

    /**
     * Takes note that somebody wants to be reminded on a promo's last day.
     *
     * @return whether that is new; false as well if the person or the promo is not kept
     */
    public boolean remind(long id, UUID promoId, Instant askedAt) {
        return database.inTransaction(transaction -> UserWrites.remind(transaction, id, promoId, askedAt));
    }

    /** Reminds somebody of a promo no more. */
    public void forgetReminder(long id, UUID promoId) {
        database.useTransaction(transaction -> UserWrites.forgetReminder(transaction, id, promoId));
    }

    /** Removes one of somebody's routes, by its number; says whether they had it. */
    public boolean removeRoute(long id, long routeId) {
        return database.inTransaction(transaction -> UserWrites.removeRoute(transaction, id, routeId));
    }

    /** Sends somebody nothing any more; why and since when stays as it was if that is so already. */
    public void disable(long id, Disabled disabled) {
        database.useTransaction(transaction -> UserWrites.disable(transaction, id, disabled));
    }

    /** Sends somebody messages again. */
    public void enable(long id) {
        database.useTransaction(transaction -> UserWrites.enable(transaction, id));
    }

    /** How many there are. */
    public UserCounts counts(Instant now) {
        return database.with(open -> UserReads.counts(open, now));
    }

    /** Those of some zones that the database does not know: its clocks are what quiet hours go by. */
    public Set<String> unknownZones(Collection<String> zones) {
        return database.with(open -> UserReads.unknownZones(open, zones));
    }

    private static void requireZones(Handle transaction, List<Profile> profiles) {
        Set<String> zones = profiles.stream()
                .map(profile -> profile.config().quiet().zone().getId())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = UserReads.unknownZones(transaction, zones);
        if (!unknown.isEmpty()) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(Users.class, "zone.unknown", String.join(", ", unknown)));
        }
    }
}
