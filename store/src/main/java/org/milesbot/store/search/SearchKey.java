package org.milesbot.store.search;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a page of results ended, so that the next one goes on there whatever was added meanwhile.
 *
 * @param named whether the last result was one of those whose fields were named, which come first
 * @param publishedAt when it was published
 * @param id its id
 */
public record SearchKey(boolean named, Instant publishedAt, UUID id) {}
