package org.milesbot.cli.notify;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Zones;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.message.ComboTelling;
import org.milesbot.notify.message.DigestKind;
import org.milesbot.notify.message.Letters;
import org.milesbot.notify.message.OperatorLetters;
import org.milesbot.notify.message.Reason;
import org.milesbot.notify.message.Telling;
import org.milesbot.notify.telegram.TelegramChannel;
import org.milesbot.store.alert.Addressee;
import org.milesbot.store.alert.Broadcasts;
import org.milesbot.store.alert.Claimed;
import org.milesbot.store.alert.FareMatches;
import org.milesbot.store.alert.FareNotice;
import org.milesbot.store.alert.FareNotices;
import org.milesbot.store.alert.Outcome;
import org.milesbot.store.alert.Parcel;
import org.milesbot.store.alert.PluginNotes;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.ScoreRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes letters of parcels: what they tell of is read as it is now, for all of them at once. For use by one thread. */
final class LetterWriter implements Delivery.Writing {

    private static final Logger log = LoggerFactory.getLogger(LetterWriter.class);

    private final Sources sources;
    private final Letters letters;
    private final FareWriter fares;
    private final OperatorWriter operator;
    private final Guests guests;
    private final Clock clock;

    /**
     * Where it reads what is told.
     *
     * @param rule how scores are worked out
     */
    record Sources(
            Promos promos,
            PromoEvents events,
            Broadcasts broadcasts,
            FareNotices fares,
            PluginNotes notes,
            ScoreRule rule) {}

    LetterWriter(
            Sources sources, Letters letters, FareWriter fares, OperatorWriter operator, Guests guests, Clock clock) {
        this.sources = sources;
        this.letters = letters;
        this.fares = fares;
        this.operator = operator;
        this.guests = guests;
        this.clock = clock;
    }

    @Override
    public Written write(List<Parcel> parcels) {
        return write(parcels, clock.instant());
    }

    /** Writes them as they would be written at an instant. */
    Written write(List<Parcel> parcels, Instant at) {
        Known known = known(parcels, at);
        List<Letter> written = new ArrayList<>();
        List<Outcome> unsent = new ArrayList<>();
        for (Parcel parcel : parcels) {
            List<Outcome> heldBack = new ArrayList<>();
            try {
                letter(parcel, known, heldBack).ifPresent(written::add);
                unsent.addAll(heldBack);
            } catch (MilesbotException e) {
                // The database is lost, and no message is to blame.
                throw e;
            } catch (RuntimeException e) {
                // A fault of ours in one message must not keep all others from being sent.
                log.warn("a message could not be written; it is among the dead letters", e);
                unsent.add(Outcome.dead(parcel.alerts(), "could not be written: " + e));
            }
        }
        return new Written(written, unsent);
    }

    private record Known(
            Map<UUID, PromoRow> promos,
            Map<Long, PromoEvent> events,
            Map<Long, String> broadcasts,
            Map<Long, FareNotice> fares,
            Map<Long, Message> notes,
            LocalDate today) {

        @Nullable
        PromoRow promo(@Nullable UUID id) {
            return id == null ? null : promos.get(id);
        }
    }

    private Known known(Collection<Parcel> parcels, Instant at) {
        Set<UUID> promos = new HashSet<>();
        Set<Long> events = new HashSet<>();
        Set<Long> broadcasts = new HashSet<>();
        Set<Long> fareNotices = new HashSet<>();
        Set<Long> notes = new HashSet<>();
        for (Parcel parcel : parcels) {
            for (Claimed alert : parcel.alerts()) {
                Optional.ofNullable(alert.promo()).ifPresent(promos::add);
                Optional.ofNullable(alert.event()).ifPresent(events::add);
                bonusOf(alert).ifPresent(promos::add);
                broadcastOf(alert).ifPresent(broadcasts::add);
                FareWriter.noticeOf(alert).ifPresent(fareNotices::add);
                NoteWriter.noteOf(alert).ifPresent(notes::add);
            }
        }
        return new Known(
                sources.promos().byId(promos, sources.rule(), at),
                sources.events().byId(events),
                sources.broadcasts().bodies(broadcasts),
                sources.fares().byId(fareNotices),
                sources.notes().messages(notes),
                LocalDate.ofInstant(at, Zones.SAO_PAULO));
    }

    private static Optional<UUID> bonusOf(Claimed alert) {
        return alert.reason().equals(Reason.COMBO.slug())
                ? Optional.of(UUID.fromString(alert.detail()))
                : Optional.empty();
    }

    private static Optional<Long> broadcastOf(Claimed alert) {
        return alert.reason().equals(Broadcasts.BROADCAST)
                ? Optional.of(Long.valueOf(alert.detail()))
                : Optional.empty();
    }

    private Optional<Letter> letter(Parcel parcel, Known known, List<Outcome> heldBack) {
        Recipient recipient = recipient(parcel.to());
        if (parcel.to().isOperator()) {
            return Optional.of(letter(parcel.to(), recipient, parcel.alerts(), operator.write(parcel, recipient)));
        }
        Map<Topic, List<Claimed>> told = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            told.put(topic, new ArrayList<>());
        }
        for (Claimed alert : parcel.alerts()) {
            Topic topic = topic(alert);
            obstacle(topic, alert, known, recipient)
                    .ifPresentOrElse(
                            why -> heldBack.add(Outcome.expired(List.of(alert), why)),
                            () -> Objects.requireNonNull(told.get(topic)).add(alert));
        }
        List<Message> parts = new ArrayList<>();
        told.forEach((topic, alerts) -> {
            if (!alerts.isEmpty()) {
                parts.add(part(topic, alerts, parcel, known, recipient, parts.isEmpty()));
            }
        });
        List<Claimed> all = told.values().stream().flatMap(List::stream).toList();
        return parts.stream().reduce(LetterWriter::above).map(message -> letter(parcel.to(), recipient, all, message));
    }

    /** What an alert may be about, in the order in which a message tells it. */
    private enum Topic {
        BROADCAST,
        NOTE,
        PROMO,
        FARE
    }

    private static Topic topic(Claimed alert) {
        return switch (alert.reason()) {
            case Broadcasts.BROADCAST -> Topic.BROADCAST;
            case PluginNotes.NOTE -> Topic.NOTE;
            case FareMatches.FARE -> Topic.FARE;
            default -> Topic.PROMO;
        };
    }

    private Optional<String> obstacle(Topic topic, Claimed alert, Known known, Recipient recipient) {
        return switch (topic) {
            case BROADCAST -> Optional.empty();
            case NOTE -> NoteWriter.obstacle(alert, known.notes());
            case FARE -> FareWriter.obstacle(alert, known.fares());
            case PROMO -> obstacle(alert, known, recipient);
        };
    }

    private Message part(
            Topic topic, List<Claimed> alerts, Parcel parcel, Known known, Recipient recipient, boolean isFirst) {
        return switch (topic) {
            case BROADCAST -> broadcast(alerts, known);
            case NOTE -> NoteWriter.write(alerts, known.notes());
            case FARE -> fares.write(alerts, known.fares(), isFirst, recipient, known.today());
            case PROMO -> message(alerts, parcel, known, recipient);
        };
    }

    private Message message(List<Claimed> told, Parcel parcel, Known known, Recipient recipient) {
        boolean isAlone = told.size() == 1 && parcel.expired() == 0;
        return isAlone ? alone(told.get(0), known, recipient) : digest(told, parcel, known, recipient);
    }

    private static Message broadcast(List<Claimed> broadcasts, Known known) {
        List<String> bodies = broadcasts.stream()
                .map(alert -> known.broadcasts().get(broadcastOf(alert).orElseThrow()))
                .filter(Objects::nonNull)
                .toList();
        return OperatorLetters.broadcast(bodies, broadcasts.stream().noneMatch(Claimed::isLoud));
    }

    /** Two messages as one, which has the buttons of whichever has any. */
    private static Message above(Message first, Message second) {
        return new Message(
                first.html() + "\n\n" + second.html(),
                first.buttons().isEmpty() ? second.buttons() : first.buttons(),
                first.isSilent() && second.isSilent(),
                first.answers() == null ? second.answers() : first.answers());
    }

    private Optional<String> obstacle(Claimed alert, Known known, Recipient recipient) {
        PromoRow promo = known.promo(alert.promo());
        boolean lacksBonus =
                bonusOf(alert).filter(id -> known.promo(id) == null).isPresent();
        if (promo == null || lacksBonus) {
            return Optional.of("the promo is not there any more");
        }
        return guests.heldBack(promo.promo(), recipient);
    }

    private Message alone(Claimed alert, Known known, Recipient recipient) {
        PromoRow promo = Objects.requireNonNull(known.promo(alert.promo()));
        PromoRow bonus = bonusOf(alert).map(known::promo).orElse(null);
        Message message = bonus == null
                ? letters.alert(telling(alert, known), recipient, known.today())
                : letters.combo(
                        new ComboTelling(alert.id(), Offers.of(bonus), Offers.of(promo)), recipient, known.today());
        Message decorated = guests.decorated(message, promo.promo(), recipient);
        return new Message(decorated.html(), decorated.buttons(), !alert.isLoud(), alert.answers());
    }

    private Message digest(List<Claimed> alerts, Parcel parcel, Known known, Recipient recipient) {
        List<Telling> tellings =
                alerts.stream().map(alert -> telling(alert, known)).toList();
        Message message =
                letters.digest(tellings, parcel.expired(), kind(parcel.to(), alerts), recipient, known.today());
        boolean isSilent = alerts.stream().noneMatch(Claimed::isLoud);
        return new Message(message.html(), message.buttons(), isSilent, null);
    }

    private static DigestKind kind(Addressee to, List<Claimed> alerts) {
        if (alerts.stream().allMatch(alert -> alert.event() == null)) {
            return DigestKind.WELCOME;
        }
        return switch (to.digest()) {
            case "daily" -> DigestKind.DAILY;
            case "weekly" -> DigestKind.WEEKLY;
            default -> DigestKind.CATCH_UP;
        };
    }

    private static Telling telling(Claimed alert, Known known) {
        PromoEvent event = alert.event() == null ? null : known.events().get(alert.event());
        return new Telling(
                alert.id(),
                Reason.of(alert.reason()),
                alert.detail(),
                event == null ? null : event.before(),
                Offers.of(Objects.requireNonNull(known.promo(alert.promo()))));
    }

    private static Recipient recipient(Addressee to) {
        return new Recipient(to.userId(), to.telegramId(), Locale.forLanguageTag(to.language()), to.tiers());
    }

    private static Letter letter(Addressee to, Recipient recipient, List<Claimed> alerts, Message message) {
        int parts = to.channel().equals(ChannelPost.TELEGRAM) ? TelegramChannel.parts(message) : 0;
        return new Letter(to, recipient, alerts, message, parts);
    }
}
