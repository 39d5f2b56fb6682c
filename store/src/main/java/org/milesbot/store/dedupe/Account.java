package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.source.Provenance;

/**
 * What a campaign amounts to: which sighting tells each part of it, and how it went.
 *
 * @param told the sighting that each part is taken from; a part that nobody tells is not in it
 * @param start the first day, or null if unknown
 * @param end the last day, or null if unknown
 * @param raises when its highest percentage was raised, oldest first
 * @param extensions when its end was put off, oldest first
 * @param firstAt when it was first told
 * @param lastAt when it was last told
 * @param firstSeen when a sighting of it was first found
 * @param lastSeen when one was last found
 * @param withdrawnAt when it was gone from where the programme had it, before it was over; or null
 */
record Account(
        Map<Part, Witness> told,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        List<Change<Percent>> raises,
        List<Change<LocalDate>> extensions,
        Instant firstAt,
        Instant lastAt,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant withdrawnAt) {

    static Account of(Campaign campaign) {
        List<Witness> witnesses = campaign.witnesses();
        PercentCourse percent = PercentCourse.of(witnesses);
        EndCourse course = EndCourse.of(witnesses);
        LocalDate end = course.end();
        Map<Part, Witness> told = new EnumMap<>(Part.class);
        Witness head = head(witnesses, percent);
        told.put(Part.HEAD, head);
        told.put(Part.BONUS, percent.deserving().orElse(head));
        course.deserving().or(() -> suspect(witnesses)).ifPresent(each -> told.put(Part.END, each));
        Deserving.of(Part.ORIGINS, witnesses, Account::origins).ifPresent(each -> told.put(Part.ORIGINS, each));
        start(witnesses, told.get(Part.END)).ifPresent(each -> told.put(Part.START, each));
        Deserving.of(Part.TERMS, witnesses, Account::terms).ifPresent(each -> told.put(Part.TERMS, each));
        Witness start = told.get(Part.START);
        Instant firstSeen = Instant.MAX;
        Instant lastSeen = Instant.MIN;
        for (Witness each : witnesses) {
            firstSeen = each.firstSeen().isBefore(firstSeen) ? each.firstSeen() : firstSeen;
            lastSeen = each.lastSeen().isAfter(lastSeen) ? each.lastSeen() : lastSeen;
        }
        return new Account(
                told,
                start == null ? null : start.claim().start(),
                end,
                percent.raises(),
                course.extensions(),
                witnesses.get(0).publishedAt(),
                witnesses.get(witnesses.size() - 1).publishedAt(),
                firstSeen,
                lastSeen,
                withdrawnAt(witnesses, end));
    }

    /**
     * The nearest to the programme, and of those the first: reminders come later and have other headings. But where its
     * percentage was raised since, a heading that speaks of the old one would contradict the promo.
     */
    private static Witness head(List<Witness> witnesses, PercentCourse percent) {
        Witness first = nearest(witnesses).orElseThrow();
        return percent.isContradictedBy(first)
                ? nearest(witnesses.stream().filter(percent::isToldBy).toList()).orElse(first)
                : first;
    }

    private static Optional<Witness> nearest(List<Witness> witnesses) {
        return witnesses.stream().min(Comparator.comparing(Witness::provenance).thenComparing(Witness.BY_TIME));
    }

    private static @Nullable Set<String> origins(Witness witness) {
        return witness.claim().origins().isEmpty() ? null : witness.claim().origins();
    }

    /** An end that was probably misread is told, marked as such, as long as there is no better one. */
    private static Optional<Witness> suspect(List<Witness> witnesses) {
        return nearest(witnesses.stream().filter(Witness::hasSuspectEnd).toList());
    }

    /** A start counts if it does not lie after the end that counts; beside a misread end only that of the same sighting. */
    private static Optional<Witness> start(List<Witness> witnesses, @Nullable Witness end) {
        if (end == null || end.claim().end() != null) {
            return Deserving.of(
                    Part.START,
                    witnesses,
                    each -> startUntil(each, end == null ? null : end.claim().end()));
        }
        return Optional.of(end).filter(each -> each.claim().start() != null);
    }

    private static @Nullable LocalDate startUntil(Witness witness, @Nullable LocalDate end) {
        LocalDate start = witness.claim().start();
        return start == null || end == null || !start.isAfter(end) ? start : null;
    }

    private static @Nullable Terms terms(Witness witness) {
        return witness.claim().terms().equals(Terms.NONE)
                ? null
                : witness.claim().terms();
    }

    /** Every page of the programme that had it has it no more, it was not over, and nobody spoke of it since. */
    private static @Nullable Instant withdrawnAt(List<Witness> witnesses, @Nullable LocalDate end) {
        List<Witness> official = witnesses.stream()
                .filter(each -> each.provenance() == Provenance.OFFICIAL)
                .toList();
        if (official.isEmpty()) {
            return null;
        }
        Instant gone = Instant.EPOCH;
        for (Witness each : official) {
            if (each.goneAt() == null) {
                return null;
            }
            gone = each.goneAt().isAfter(gone) ? each.goneAt() : gone;
        }
        Instant lastGone = gone;
        boolean wasOpen = end == null || !Life.day(lastGone).isAfter(end);
        boolean isToldSince =
                witnesses.stream().anyMatch(each -> each.publishedAt().isAfter(lastGone));
        return !wasOpen || isToldSince ? null : lastGone;
    }
}
