package org.milesbot.cli.notify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.milesbot.api.notify.Message;
import org.milesbot.store.alert.Claimed;
import org.milesbot.store.alert.PluginNotes;

/** Writes what plug-ins tell people. */
final class NoteWriter {

    private NoteWriter() {}

    /** The number of the note that an alert is about; nothing if it is not about one. */
    static Optional<Long> noteOf(Claimed alert) {
        return alert.reason().equals(PluginNotes.NOTE) ? Optional.of(Long.valueOf(alert.detail())) : Optional.empty();
    }

    /** Why an alert about a note is not worth sending any more. */
    static Optional<String> obstacle(Claimed alert, Map<Long, Message> notes) {
        return notes.containsKey(noteOf(alert).orElseThrow())
                ? Optional.empty()
                : Optional.of("the note is not there any more");
    }

    /** All notes of a parcel in one message, with all their buttons. */
    static Message write(List<Claimed> alerts, Map<Long, Message> notes) {
        List<Message> messages = alerts.stream()
                .map(alert -> Objects.requireNonNull(notes.get(noteOf(alert).orElseThrow())))
                .toList();
        return new Message(
                messages.stream().map(Message::html).collect(Collectors.joining("\n\n")),
                messages.stream().flatMap(message -> message.buttons().stream()).toList(),
                alerts.stream().noneMatch(Claimed::isLoud),
                null);
    }
}
