package org.milesbot.store.source;

import java.time.Instant;

/**
 * An item that a source has, whether or not it offers a promo.
 *
 * @param id what the source calls it; the same item has the same id
 * @param publishedAt when it was published
 */
public record SourceItem(String id, Instant publishedAt) {}
