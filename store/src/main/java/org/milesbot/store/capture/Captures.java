package org.milesbot.store.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.source.Validators;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.Fingerprint;
import org.milesbot.store.promo.Origin;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.source.SourceItems;

/**
 * Keeps the answers of sources together with what was read from them: both or neither, so that a process that dies loses
 * the page in flight and nothing else. The same body from the same address is kept once.
 */
public final class Captures {

    /** A body may have 5 MiB and more, so few are in memory at a time. */
    private static final int AT_ONCE = 4;

    private final Database database;

    public Captures(Database database) {
        this.database = database;
    }

    /** Keeps an answer and what was read from it, in one transaction. */
    public Stored store(NewCapture capture, Contents contents) {
        byte[] packed = packed(capture.body());
        return database.inTransaction(transaction -> {
            Kept kept = put(transaction, capture, packed);
            Origin origin = new Origin(
                    capture.plugin(),
                    kept.id(),
                    capture.parserVersion(),
                    kept.firstSeen(),
                    kept.lastSeen(),
                    contents.quietBefore());
            SourceItems.put(transaction, capture.source().value(), contents.items(), contents.seenAt());
            return new Stored(kept.id(), kept.isNew(), Sightings.put(transaction, origin, contents.sightings()));
        });
    }

    private record Kept(long id, Instant firstSeen, Instant lastSeen, boolean isNew) {}

    private static Kept put(Handle transaction, NewCapture capture, byte[] packed) {
        return transaction
                .createQuery("""
                        insert into capture (
                            plugin, source, requested_url, final_url, fetched_at, last_seen, content_type,
                            etag, last_modified, sha256, body, body_size, parser_version, items)
                        values (
                            :plugin, :source, :requested, :url, :fetchedAt, :fetchedAt, :contentType,
                            :etag, :lastModified, :sha256, :body, :size, :parserVersion, :items)
                        on conflict on constraint capture_once do update
                        set plugin = excluded.plugin,
                            final_url = excluded.final_url,
                            fetched_at = least(capture.fetched_at, excluded.fetched_at),
                            last_seen = greatest(capture.last_seen, excluded.last_seen),
                            content_type = excluded.content_type,
                            etag = excluded.etag,
                            last_modified = excluded.last_modified,
                            body = coalesce(capture.body, excluded.body),
                            parser_version = excluded.parser_version,
                            items = excluded.items
                        returning id, fetched_at, last_seen, xmax = 0 as is_new
                        """)
                .bind("plugin", capture.plugin())
                .bind("source", capture.source().value())
                .bind("requested", capture.page().requested().toString())
                .bind("url", capture.page().url().toString())
                .bind("fetchedAt", capture.page().fetchedAt())
                .bind("contentType", capture.page().contentType())
                .bind("etag", capture.validators().etag())
                .bind("lastModified", capture.validators().lastModified())
                .bind("sha256", Fingerprint.sha256(capture.body().toBytes()))
                .bind("body", packed)
                .bind("size", capture.body().size())
                .bind("parserVersion", capture.parserVersion())
                .bind("items", capture.items())
                .map((row, context) -> new Kept(
                        row.getLong("id"),
                        instant(row, "fetched_at"),
                        instant(row, "last_seen"),
                        row.getBoolean("is_new")))
                .one();
    }

    /** What the newest answer of an address was given along with; {@link Validators#NONE} if there is none. */
    public Validators validators(SourceId source, URI requested) {
        return database.with(open -> open.createQuery("""
                        select etag, last_modified
                        from capture
                        where source = :source and requested_url = :requested
                        order by last_seen desc, id desc
                        limit 1
                        """)
                .bind("source", source.value())
                .bind("requested", requested.toString())
                .map((row, context) -> new Validators(row.getString("etag"), row.getString("last_modified")))
                .findOne()
                .orElse(Validators.NONE));
    }

    /** Whether an answer of this address ever held items or links. */
    public boolean hadItems(SourceId source, URI requested) {
        return database.with(open -> open.createQuery("""
                        select exists (
                            select
                            from capture
                            where source = :source and requested_url = :requested and items > 0)
                        """)
                .bind("source", source.value())
                .bind("requested", requested.toString())
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Hands over every capture that passes the filter and still has its body, oldest first. Between them the database is free, so the consumer
     * may use it, to {@link #rebuild} for example.
     */
    public void forEach(CaptureFilter filter, Consumer<KeptCapture> consumer) {
        long last = 0;
        List<KeptCapture> next = after(last, filter);
        while (!next.isEmpty()) {
            next.forEach(consumer);
            last = next.get(next.size() - 1).id();
            next = after(last, filter);
        }
    }

    private List<KeptCapture> after(long last, CaptureFilter filter) {
        return database.with(open -> open.createQuery("""
                        select id, plugin, source, requested_url, final_url, fetched_at, content_type, body,
                            body_size, parser_version
                        from capture
                        where id > :last
                          and body is not null
                          and (cast(:plugin as text) is null or plugin = :plugin)
                          and (cast(:source as text) is null or source = :source)
                        order by id
                        limit :atOnce
                        """)
                .bind("last", last)
                .bind("plugin", filter.plugin())
                .bind("source", filter.source() == null ? null : filter.source().value())
                .bind("atOnce", AT_ONCE)
                .map((row, context) -> kept(row))
                .list());
    }

    private static KeptCapture kept(ResultSet row) throws SQLException {
        return new KeptCapture(
                row.getLong("id"),
                row.getString("plugin"),
                new SourceId(row.getString("source")),
                URI.create(row.getString("requested_url")),
                URI.create(row.getString("final_url")),
                instant(row, "fetched_at"),
                row.getString("content_type"),
                unpacked(row.getLong("id"), row.getBytes("body"), row.getInt("body_size")),
                row.getInt("parser_version"));
    }

    /**
     * Puts what a capture says now in the place of what it said before, in one transaction: promos that are new in it are
     * added, promos that nothing supports any more are removed. Repeated, it changes nothing.
     */
    public List<StoredPromo> rebuild(long captureId, int parserVersion, List<Sighted> found) {
        return database.inTransaction(transaction -> {
            Origin origin = transaction
                    .createQuery("""
                            update capture
                            set parser_version = :parserVersion
                            where id = :id
                            returning plugin, fetched_at, last_seen
                            """)
                    .bind("parserVersion", parserVersion)
                    .bind("id", captureId)
                    .map((row, context) -> new Origin(
                            row.getString("plugin"),
                            captureId,
                            parserVersion,
                            instant(row, "fetched_at"),
                            instant(row, "last_seen"),
                            null))
                    .findOne()
                    .orElseThrow(() -> new IllegalArgumentException("no capture " + captureId));
            return Sightings.replace(transaction, origin, found);
        });
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static byte[] packed(Body body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.size() / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            body.open().transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Body unpacked(long id, byte[] packed, int size) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(size + 1);
            if (bytes.length == size) {
                return Body.of(bytes);
            }
        } catch (IOException e) {
            throw damaged(id, e);
        }
        throw damaged(id, null);
    }

    private static MilesbotException damaged(long id, @Nullable IOException cause) {
        return new MilesbotException(
                ErrorKind.DATA, Text.of(Captures.class, "capture-damaged", String.valueOf(id)), cause);
    }
}
