package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Provenance;

/** How the end of a campaign went: when it is, and when it was put off. */
final class EndCourse {

    private final List<Witness> witnesses;
    private final List<Change<LocalDate>> extensions = new ArrayList<>();
    private List<Witness> level = new ArrayList<>();
    /** The end that counts, or null; kept because it is asked for at every sighting. */
    private @Nullable LocalDate now;

    /** The last end that was put off, or null. */
    private @Nullable LocalDate past;

    private EndCourse(List<Witness> witnesses) {
        this.witnesses = witnesses;
    }

    static EndCourse of(List<Witness> witnesses) {
        EndCourse course = new EndCourse(witnesses);
        witnesses.forEach(course::hear);
        return course;
    }

    private void hear(Witness witness) {
        LocalDate end = witness.claim().end();
        if (now != null && isPutOff(witness, now)) {
            extensions.add(new Change<>(now, end, witness.publishedAt()));
            past = now;
            now = null;
            level = new ArrayList<>();
        } else if (now == null && end != null && isFirstToldPutOff(witness, end)) {
            extensions.add(new Change<>(past, end, witness.publishedAt()));
        }
        if (end != null && (past == null || end.isAfter(past))) {
            level.add(witness);
            // One more who says the same changes nothing.
            now = end.equals(now)
                    ? now
                    : deserving().map(each -> each.claim().end()).orElse(null);
        }
    }

    /** Said to be prolonged, or another end that the programme itself or a second source tells of later. */
    private boolean isPutOff(Witness witness, LocalDate now) {
        LocalDate end = witness.claim().end();
        if (end == null) {
            return witness.claim().isProlonged() && witness.publishedAt().isAfter(firstAt());
        }
        boolean later = end.isAfter(now) && witness.day().isAfter(level.get(0).day());
        return later
                && (witness.claim().isProlonged()
                        || witness.provenance() == Provenance.OFFICIAL
                        || isConfirmed(witness));
    }

    /** The day of an extension that was told without one, or an extension of an end that nobody told. */
    private boolean isFirstToldPutOff(Witness witness, LocalDate end) {
        return past == null
                ? witness.claim().isProlonged()
                        && witness.publishedAt().isAfter(witnesses.get(0).publishedAt())
                : end.isAfter(past);
    }

    private Instant firstAt() {
        return level.get(0).publishedAt();
    }

    private boolean isConfirmed(Witness witness) {
        return witnesses.stream()
                .anyMatch(other -> !other.source().equals(witness.source())
                        && Objects.equals(other.claim().end(), witness.claim().end()));
    }

    /** Whose word counts for the end; none if nobody tells one, or it was put off to a day that nobody tells. */
    Optional<Witness> deserving() {
        return Deserving.of(Part.END, level, each -> each.claim().end());
    }

    /** The last day, or null if it is unknown. */
    @Nullable
    LocalDate end() {
        return now;
    }

    /** When it was put off, oldest first. */
    List<Change<LocalDate>> extensions() {
        return extensions;
    }
}
