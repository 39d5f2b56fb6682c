package org.milesbot.store.db;

/**
 * How busy a pool is at a moment.
 *
 * @param size how many connections it has at most
 * @param active how many are in use
 * @param idle how many are there and free
 * @param waiting how many threads wait for one
 */
public record PoolFigures(int size, int active, int idle, int waiting) {}
