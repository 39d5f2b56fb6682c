package org.milesbot.store.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;

/**
 * What is otherwise for one programme.
 *
 * @param minBonus the least percentage that they must get there, in place of what they want of all; null for no other
 * @param mutedUntil until when they hear nothing of it; null if it is not silenced
 */
public record ProgramChoice(
        @Nullable Percent minBonus, @Nullable Instant mutedUntil) {

    /** Nothing is otherwise. */
    public static final ProgramChoice NONE = new ProgramChoice(null, null);

    /** The same with another least percentage. */
    public ProgramChoice withMinBonus(@Nullable Percent other) {
        return new ProgramChoice(other, mutedUntil);
    }

    /** The same, silenced until another instant or not at all. */
    public ProgramChoice withMutedUntil(@Nullable Instant other) {
        return new ProgramChoice(minBonus, other);
    }
}
