package org.milesbot.store.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;

/** Keeps which items each source has ever had. */
public final class SourceItems {

    /** What was usual longer ago is usual no more. */
    private static final int NEWEST = 200;

    private static final int HASH_BYTES = 16;

    private final Database database;

    public SourceItems(Database database) {
        this.database = database;
    }

    /** Keeps items; those that are known stay as they are. */
    public void put(String source, List<SourceItem> items, Instant seenAt) {
        database.useTransaction(transaction -> put(transaction, source, items, seenAt));
    }

    /** Keeps items as part of a transaction. */
    public static void put(Handle transaction, String source, List<SourceItem> items, Instant seenAt) {
        if (items.isEmpty()) {
            return;
        }
        transaction
                .createUpdate("""
                        insert into source_item (source, item, published_at, seen_at)
                        select distinct on (item) :source, item, least(published_at, :seenAt), :seenAt
                        from unnest(:items, cast(:publishedAt as timestamptz[])) as had (item, published_at)
                        order by item, published_at
                        on conflict (source, item) do nothing
                        """)
                .bind("source", source)
                .bind("seenAt", seenAt.truncatedTo(ChronoUnit.MILLIS))
                .bindArray(
                        "items",
                        byte[].class,
                        items.stream().map(item -> hash(item.id())).toList())
                .bindArray(
                        "publishedAt",
                        String.class,
                        items.stream()
                                .map(item -> item.publishedAt().toString())
                                .toList())
                .execute();
    }

    /** Whether the source has ever had an item. */
    public boolean hasAny(String source) {
        return database.with(open -> open.createQuery("""
                        select exists (select from source_item where source = :source)
                        """)
                .bind("source", source)
                .mapTo(Boolean.class)
                .one());
    }

    /** How many items came after an instant; all if it is null. */
    static int countAfter(Handle open, String source, @Nullable Instant after) {
        return open.createQuery("""
                        select count(*)
                        from source_item
                        where source = :source
                          and seen_at > coalesce(cast(:after as timestamptz), '-infinity')
                        """)
                .bind("source", source)
                .bind("after", after)
                .mapTo(Integer.class)
                .one();
    }

    /** When the newest items were published, the newest first. */
    static List<Instant> newest(Handle open, String source) {
        return open
                .createQuery("""
                        select published_at
                        from source_item
                        where source = :source
                        order by published_at desc
                        limit :newest
                        """)
                .bind("source", source)
                .bind("newest", NEWEST)
                .mapTo(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private static byte[] hash(String id) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
