package org.milesbot.cli.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Provenance;
import org.milesbot.cli.metrics.Health.Backlog;
import org.milesbot.cli.metrics.Health.Code;
import org.milesbot.cli.metrics.Health.Reason;
import org.milesbot.cli.metrics.Health.Schema;
import org.milesbot.cli.metrics.Health.SourceClass;
import org.milesbot.store.metric.Readings;
import org.milesbot.store.metric.Total;
import org.milesbot.store.source.SourceState.Last;
import org.milesbot.store.source.Trouble;

/** Finds out whether milesbot does its work, in no more time than a look at the database may take. For several threads. */
public final class HealthCheck {

    /** The timer of notify runs each minute or two; when this much has been missed, it does not run. */
    private static final Duration UNSENT = Duration.ofMinutes(15);

    private final StoreWatch store;
    private final int sendRate;
    private final Supplier<List<Reason>> own;

    /**
     * @param sendRate how many messages may be sent in a second
     * @param own what is amiss with this process besides, each time it is asked
     */
    public HealthCheck(StoreWatch store, int sendRate, Supplier<List<Reason>> own) {
        this.store = store;
        this.sendRate = sendRate;
        this.own = own;
    }

    /** Looks now. */
    public Health check() {
        return of(store.look(), sendRate).with(own.get());
    }

    /** That a duty of this process fails. */
    public static Reason failing(String duty) {
        return reason(Code.DUTY_FAILING, duty);
    }

    static Health of(Seen seen, int sendRate) {
        Schema schema = new Schema(seen.schema(), seen.known());
        Readings readings = seen.readings();
        if (readings == null) {
            return new Health(seen.at(), List.of(unread(seen)), schema, List.of(), null);
        }
        List<SourceClass> classes = classes(WatchedSource.of(readings));
        Backlog outbox = outbox(readings);
        List<Reason> reasons = new ArrayList<>();
        if (classes.isEmpty()) {
            reasons.add(reason(Code.NEVER_SCRAPED));
        }
        classes.forEach(each -> judge(each, seen.at(), reasons));
        judge(outbox, sendRate, reasons);
        return new Health(seen.at(), reasons, schema, classes, outbox);
    }

    private static Reason unread(Seen seen) {
        String current = Integer.toString(seen.schema());
        String known = Integer.toString(seen.known());
        return switch (seen.state()) {
            case READ, DOWN -> reason(Code.DATABASE_DOWN);
            case TOO_SLOW -> reason(Code.DATABASE_TOO_SLOW, StoreWatch.PATIENCE.toSeconds());
            case OTHER_SCHEMA -> {
                if (seen.schema() == 0) {
                    yield reason(Code.SCHEMA_MISSING);
                }
                Code code = seen.schema() < seen.known() ? Code.SCHEMA_OLDER : Code.SCHEMA_NEWER;
                yield reason(code, current, known);
            }
        };
    }

    private static Reason reason(Code code, Object... arguments) {
        return new Reason(code, Text.of(HealthCheck.class, code.slug(), arguments));
    }

    private static List<SourceClass> classes(List<WatchedSource> sources) {
        Map<String, List<WatchedSource>> byClass = new TreeMap<>();
        sources.forEach(source -> byClass.computeIfAbsent(source.sourceClass(), any -> new ArrayList<>())
                .add(source));
        return byClass.entrySet().stream()
                .map(entry -> sourceClass(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SourceClass sourceClass(String name, List<WatchedSource> sources) {
        long failing = sources.stream()
                .filter(source -> source.state().trouble() == Trouble.FAILING)
                .count();
        @Nullable
        Instant success = sources.stream()
                .map(source -> source.state().lastSuccess())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        Duration planned = sources.stream()
                .map(source -> source.state().visit())
                .filter(Objects::nonNull)
                .map(HealthCheck::planned)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new SourceClass(name, sources.size(), (int) failing, success, planned.plus(greatest(name)));
    }

    private static Duration planned(Last visit) {
        return Duration.between(visit.at(), visit.nextCheck());
    }

    /** The longest time between two visits to a source of the class, where it declares none of its own. */
    private static Duration greatest(String name) {
        Provenance provenance = Arrays.stream(Provenance.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(Provenance.RUMOUR);
        return CheckInterval.usual(provenance).greatest();
    }

    private static void judge(SourceClass each, Instant now, List<Reason> reasons) {
        Text name = Text.of(HealthCheck.class, "class." + each.name());
        if (each.failing() == each.sources()) {
            reasons.add(reason(Code.SOURCES_FAILING, each.sources(), name));
        } else if (each.lastSuccess() != null) {
            Duration age = Duration.between(each.lastSuccess(), now);
            if (age.compareTo(each.usual()) > 0) {
                reasons.add(reason(Code.SOURCES_OVERDUE, name, words(age), words(each.usual())));
            }
        }
    }

    private static Backlog outbox(Readings readings) {
        long due = 0;
        long dead = 0;
        Duration oldest = null;
        for (Total total : readings.standing()) {
            if (total.name().equals("alerts_waiting")) {
                String state = total.labels().get(0);
                due += state.equals("due") || state.equals("failed") ? Math.round(total.value()) : 0;
                dead += state.equals("dead") ? Math.round(total.value()) : 0;
            } else if (total.name().equals("oldest_due_at")) {
                Duration age = Duration.ofSeconds(readings.at().getEpochSecond() - Math.round(total.value()));
                oldest = age.isNegative() ? null : age;
            }
        }
        return new Backlog(due, dead, oldest);
    }

    /** What can be sent no faster than it is, is no backlog. */
    private static void judge(Backlog outbox, int sendRate, List<Reason> reasons) {
        Duration allowed = UNSENT.plusSeconds(outbox.due() / sendRate);
        Duration oldest = outbox.oldest();
        if (oldest != null && oldest.compareTo(allowed) > 0) {
            reasons.add(reason(Code.OUTBOX_BACKLOG, outbox.due(), words(oldest)));
        }
    }

    /** The same in both languages. */
    private static String words(Duration time) {
        if (time.toHours() >= 48) {
            return time.toDays() + " d";
        }
        String minutes = time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min";
        return time.toHours() == 0 ? time.toMinutes() + " min" : time.toHours() + " h" + minutes;
    }
}
