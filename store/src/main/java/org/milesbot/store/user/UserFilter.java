package org.milesbot.store.user;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ProgramId;

/**
 * Which of those who are known are wanted.
 *
 * @param role of which role
 * @param disabled only those that are disabled, or only those that are not; null for both
 * @param program only those who follow it, be it among all; null for any
 */
public record UserFilter(
        Role role, @Nullable Boolean disabled, @Nullable ProgramId program) {

    /** All who are told of promos. */
    public static final UserFilter MEMBERS = new UserFilter(Role.MEMBER, null, null);

    /** Refuses nulls. */
    public UserFilter {
        Objects.requireNonNull(role, "role is null");
    }
}
