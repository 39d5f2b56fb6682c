package org.milesbot.store.user;

/**
 * How many people there are.
 *
 * @param all everybody but the operator
 * @param fresh those of them who came in the last seven days
 * @param disabled those of them who are sent nothing
 */
public record UserCounts(long all, long fresh, long disabled) {}
