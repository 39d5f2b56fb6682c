package org.milesbot.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;

/** What plug-ins tell people, by the same outbox as everything: each once for each key, outside quiet hours. */
public final class PluginNotes {

    /** The reason of such an alert; the detail is the note's number. */
    public static final String NOTE = "note";

    private static final String PUT = """
            with given as materialized (
                select *
                from unnest(:chats, :keys, :bodies, :buttons, :silent, :urgent, :expiries) with ordinality
                    as told (chat, key, html, buttons, silent, urgent, expires_at, place)),
            noted as (
                insert into plugin_note (plugin, user_id, key, html, buttons, created_at)
                select :plugin, u.id, given.key, given.html, cast(given.buttons as jsonb), :now
                from given
                join app_user u on u.telegram_id = given.chat and u.role = 'member'
                where u.disabled_at is null
                order by u.id, place
                on conflict on constraint plugin_note_once do nothing
                returning id, user_id, key)
            insert into alert (user_id, created_at, due_at, expires_at, loud, urgent, state, reason, detail)
            select distinct on (noted.id) u.id, :now,
                case
                    when given.urgent and c.urgent_passes then :now
                    else coalesce(quiet_until(:now, c.quiet_from, c.quiet_to, c.zone), :now)
                end,
                cast(nullif(given.expires_at, '') as timestamptz), not given.silent, given.urgent, 'due',
                :reason, cast(noted.id as text)
            from noted
            join app_user u on u.id = noted.user_id
            join user_config c on c.user_id = u.id
            join given on given.chat = u.telegram_id and given.key = noted.key
            order by noted.id, place
            on conflict do nothing
            """;

    private final Database database;

    public PluginNotes(Database database) {
        this.database = database;
    }

    /**
     * Puts the notes of a plug-in into the outbox, in one transaction. Those of a key that was given before, and those to
     * nobody who is here, are left out.
     *
     * @return how many will be told
     */
    public int put(String plugin, List<Note> notes, Instant now) {
        if (notes.isEmpty()) {
            return 0;
        }
        return database.inTransaction(transaction -> bound(transaction.createUpdate(PUT), notes)
                .bind("plugin", plugin)
                .bind("now", now)
                .bind("reason", NOTE)
                .execute());
    }

    private static Update bound(Update update, List<Note> notes) {
        return update.bindArray(
                        "chats", Long.class, notes.stream().map(Note::chatId).toList())
                .bindArray(
                        "keys",
                        String.class,
                        notes.stream()
                                .map(note -> StorableText.clean(note.key()))
                                .toList())
                .bindArray(
                        "bodies",
                        String.class,
                        notes.stream()
                                .map(note -> StorableText.clean(note.message().html()))
                                .toList())
                .bindArray(
                        "buttons",
                        String.class,
                        notes.stream()
                                .map(note -> ButtonsJson.of(note.message().buttons()))
                                .toList())
                .bindArray(
                        "silent",
                        Boolean.class,
                        notes.stream().map(note -> note.message().isSilent()).toList())
                .bindArray(
                        "urgent",
                        Boolean.class,
                        notes.stream().map(Note::isUrgent).toList())
                .bindArray(
                        "expiries",
                        String.class,
                        notes.stream()
                                .map(note -> note.expiresAt() == null
                                        ? ""
                                        : note.expiresAt().toString())
                                .toList());
    }

    /** What some notes say, by their numbers; with a sound. */
    public Map<Long, Message> messages(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.with(open -> open
                .createQuery("select id, html, cast(buttons as text) as buttons from plugin_note where id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> Map.entry(row.getLong("id"), message(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(row.getString("html"), ButtonsJson.read(row.getString("buttons")), false, null);
    }
}
