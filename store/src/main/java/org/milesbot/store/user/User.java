package org.milesbot.store.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.user.Since.Disabled;

/**
 * Somebody as they are kept.
 *
 * @param id their number in milesbot, the same for as long as they are known
 * @param role what they are to milesbot
 * @param profile all there is to know of them
 */
public record User(long id, Role role, Profile profile) {

    /** Refuses nulls. */
    public User {
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(profile, "profile is null");
    }

    /** Their chat on Telegram; below 0 for a group or a channel. */
    public long telegramId() {
        return profile.telegramId();
    }

    /** What they call themselves; may be empty. */
    public String name() {
        return profile.name();
    }

    /** Since when they are known. */
    public Instant createdAt() {
        return profile.since().createdAt();
    }

    /** Why nothing is sent to them, or null if it is. */
    public @Nullable Disabled disabled() {
        return profile.since().disabled();
    }

    /** How they want to be told. */
    public UserConfig config() {
        return profile.config();
    }

    /** What is otherwise for some programmes. */
    public Map<ProgramId, ProgramChoice> programs() {
        return profile.programs();
    }

    /** The flights that they wait for. */
    public List<UserRoute> routes() {
        return profile.routes();
    }
}
