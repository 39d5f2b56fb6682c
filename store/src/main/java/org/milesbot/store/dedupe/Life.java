package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.promo.PromoState;

/** The life of a campaign up to a day: its state, and what happened. Made of what was told and the day alone. */
final class Life {

    /** A campaign whose end nobody tells is taken as over when so long nobody has spoken of it. */
    static final int FADES_AFTER_DAYS = 15;

    static final String WITHDRAWN = "withdrawn";
    static final String FADED = "faded";
    static final String UNTOLD = "?";

    private final Account account;
    private final LocalDate today;

    private Life(Account account, LocalDate today) {
        this.account = account;
        this.today = today;
    }

    /**
     * Something that happened.
     *
     * @param detail what it is now, and together with the kind what tells it from others of the campaign
     * @param before what it was, or null
     * @param isByClock whether it came with the day and not with an announcement
     */
    record Happening(
            EventKind kind, String detail, @Nullable String before, Instant at, boolean isByClock) {}

    static PromoState state(Account account, LocalDate today) {
        return new Life(account, today).state();
    }

    /** What happened up to a day, in order; each once, also where announcements contradict each other to and fro. */
    static List<Happening> happenings(Account account, LocalDate today) {
        return new Life(account, today).happenings();
    }

    /** The day of an instant in America/Sao_Paulo. */
    static LocalDate day(Instant instant) {
        return instant.atZone(Zones.SAO_PAULO).toLocalDate();
    }

    private PromoState state() {
        if (account.withdrawnAt() != null) {
            return PromoState.WITHDRAWN;
        }
        if (isOver()) {
            return PromoState.ENDED;
        }
        if (account.start() != null && account.start().isAfter(today)) {
            return PromoState.ANNOUNCED;
        }
        return account.extensions().isEmpty() ? PromoState.ACTIVE : PromoState.EXTENDED;
    }

    private boolean isOver() {
        return lastDay().isBefore(today);
    }

    /** The last day that is known, or the one on which it fades. */
    private LocalDate lastDay() {
        return account.end() != null ? account.end() : day(account.lastAt()).plusDays(FADES_AFTER_DAYS);
    }

    private List<Happening> happenings() {
        List<Happening> all = new ArrayList<>();
        all.add(told(EventKind.CREATED, "", null, account.firstAt()));
        account.raises()
                .forEach(raise -> all.add(told(
                        EventKind.RAISED,
                        Objects.toString(raise.after(), UNTOLD),
                        written(raise.before()),
                        raise.toldAt())));
        account.extensions()
                .forEach(extension -> all.add(told(
                        EventKind.EXTENDED,
                        Objects.toString(extension.after(), UNTOLD),
                        written(extension.before()),
                        extension.toldAt())));
        addLast(all);
        all.sort(Comparator.comparing(Happening::at).thenComparing(Happening::kind));
        Set<String> known = new HashSet<>();
        return all.stream()
                .filter(each -> known.add(each.kind().slug() + ' ' + each.detail()))
                .toList();
    }

    private void addLast(List<Happening> all) {
        if (account.withdrawnAt() != null) {
            all.add(told(EventKind.ENDED, WITHDRAWN, null, account.withdrawnAt()));
            return;
        }
        LocalDate end = account.end();
        // One that is announced on its last day has no last day to be reminded of.
        if (end != null && !end.isAfter(today) && end.isAfter(day(account.firstAt()))) {
            all.add(byClock(EventKind.ENDING, end.toString(), end));
        }
        if (isOver()) {
            all.add(byClock(
                    EventKind.ENDED,
                    end == null ? FADED : end.toString(),
                    lastDay().plusDays(1)));
        }
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Happening told(EventKind kind, String detail, @Nullable String before, Instant at) {
        return new Happening(kind, detail, before, at, false);
    }

    private static Happening byClock(EventKind kind, String detail, LocalDate day) {
        return new Happening(
                kind, detail, null, day.atStartOfDay(Zones.SAO_PAULO).toInstant(), true);
    }
}
