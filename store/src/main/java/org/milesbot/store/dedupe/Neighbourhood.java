package org.milesbot.store.dedupe;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.promo.Fingerprint;

/** Finds what may have to do with some days of a block, without reading all of it. */
final class Neighbourhood {

    /** What belongs together is mostly told within so many days. */
    private static final int SPREAD_DAYS = 20;

    private final WitnessRows rows;
    private final Block block;

    Neighbourhood(WitnessRows rows, Block block) {
        this.rows = rows;
        this.block = block;
    }

    /**
     * All components that have one of the fingerprints, or a group within reach of the days on which something was told
     * otherwise before. They are whole: what is read is widened until nothing that is linked to them can lie outside.
     *
     * @param days on which the fingerprints were told
     * @param changed those of the days on which something changed or went; what is merely new cannot part others
     */
    List<Links> around(Collection<LocalDate> days, Collection<LocalDate> changed, Set<Fingerprint> fingerprints) {
        Days reach = changed.isEmpty() ? null : Days.around(changed).wider(Links.HORIZON_DAYS);
        Days told = Days.around(days);
        Days needed = (reach == null ? told : told.and(reach)).wider(Links.HORIZON_DAYS);
        Days read;
        List<Links> concerned;
        do {
            read = needed.wider(SPREAD_DAYS);
            concerned = concerned(reach, read, fingerprints);
            for (Links component : concerned) {
                needed = needed.and(Days.around(
                                component.told().stream().map(Told::firstDay).toList())
                        .wider(Links.HORIZON_DAYS));
            }
        } while (!read.contains(needed));
        return concerned;
    }

    private List<Links> concerned(@Nullable Days reach, Days read, Set<Fingerprint> fingerprints) {
        List<Told> told = rows.of(block, read).stream()
                .filter(each -> read.contains(each.firstDay()))
                .toList();
        return Links.among(told).components().stream()
                .filter(component -> component.told().stream()
                        .anyMatch(each -> fingerprints.contains(each.fingerprint())
                                || (reach != null && reach.contains(each.firstDay()))))
                .toList();
    }
}
