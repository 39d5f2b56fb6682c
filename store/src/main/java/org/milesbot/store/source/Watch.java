package org.milesbot.store.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.source.SourceState.Last;

/** What a visit makes of a source's state, and whether the operator is told. Arithmetic only. */
final class Watch {

    private final WatchRules rules;

    Watch(WatchRules rules) {
        this.rules = rules;
    }

    /**
     * What a visit found of the source's items.
     *
     * @param count how many had not been there before
     * @param newest when the newest of all was published, or null if there is none
     * @param rhythm how often something new comes
     */
    record News(int count, @Nullable Instant newest, Rhythm rhythm) {

        /** None at all. */
        static News none(SourceState before) {
            return new News(0, null, before.rhythm());
        }
    }

    /**
     * What the visit changes.
     *
     * @param state the state after it
     * @param told what the operator is to be told, or null
     * @param isMaterial whether it is worth a row
     */
    record Step(SourceState state, @Nullable Told told, boolean isMaterial) {}

    /**
     * What the operator is to be told.
     *
     * @param since when the source was last well, or null if it never was
     * @param failures how many visits in a row had come to nothing
     */
    record Told(NoticeKind kind, @Nullable Instant since, int failures) {}

    Step after(SourceState before, Visited visit, News news) {
        SourceState visited = visited(before, visit, news);
        Trouble trouble = trouble(before, visited, visit, news);
        SourceState after = new SourceState(
                null,
                visited.lastSuccess(),
                visited.lastNewItem(),
                visited.failures(),
                news.rhythm(),
                trouble,
                before.muted());
        Instant next = Cadence.next(visit.bounds(), after, visit.at(), visit.retryAfter());
        boolean isMaterial = before.visit() == null
                || visit.failed()
                || news.count() > 0
                || before.failures() > 0
                || trouble != before.trouble();
        return new Step(after.withVisit(new Last(visit.at(), visit.outcome(), next)), told(before, after), isMaterial);
    }

    private static SourceState visited(SourceState before, Visited visit, News news) {
        return new SourceState(
                null,
                visit.failed() ? before.lastSuccess() : visit.at(),
                lastNewItem(before, visit, news),
                visit.failed() ? before.failures() + 1 : 0,
                news.rhythm(),
                before.trouble(),
                before.muted());
    }

    /** What the first visit finds has been there for some time. */
    private static @Nullable Instant lastNewItem(SourceState before, Visited visit, News news) {
        if (before.lastNewItem() != null) {
            return news.count() > 0 ? visit.at() : before.lastNewItem();
        }
        return news.newest() == null || news.newest().isBefore(visit.at()) ? news.newest() : visit.at();
    }

    private @Nullable Trouble trouble(SourceState before, SourceState now, Visited visit, News news) {
        Trouble left = before.trouble();
        if (!rules.telling()) {
            return left;
        }
        if (left == Trouble.FAILING && !visit.failed()) {
            left = null;
        } else if (left == Trouble.SILENT && news.count() > 0) {
            left = null;
        }
        if (left != null || now.muted() || before.trouble() != null) {
            return left;
        }
        if (now.failures() >= rules.failures()) {
            return Trouble.FAILING;
        }
        return !visit.failed() && isSilent(now, visit.at()) ? Trouble.SILENT : null;
    }

    private boolean isSilent(SourceState now, Instant at) {
        Duration usual = now.rhythm().longest();
        if (usual == null || now.lastNewItem() == null) {
            return false;
        }
        Duration allowed = usual.compareTo(rules.leastSilence()) < 0 ? rules.leastSilence() : usual;
        return Duration.between(now.lastNewItem(), at).compareTo(allowed) > 0;
    }

    private static @Nullable Told told(SourceState before, SourceState after) {
        if (before.trouble() == after.trouble()) {
            return null;
        }
        if (after.trouble() == null) {
            return before.muted() ? null : new Told(NoticeKind.RECOVERED, lastWell(before), before.failures());
        }
        return switch (after.trouble()) {
            case FAILING -> new Told(NoticeKind.FAILING, lastWell(after), after.failures());
            case SILENT -> new Told(NoticeKind.SILENT, lastWell(after), after.failures());
        };
    }

    private static @Nullable Instant lastWell(SourceState state) {
        return state.trouble() == Trouble.SILENT ? state.lastNewItem() : state.lastSuccess();
    }
}
