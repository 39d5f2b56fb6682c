package org.milesbot.store.dedupe;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.milesbot.store.promo.Fingerprint;

/** Finds what may have to do with some days of a block, without reading all of it. */
final class Neighbourhood {

    private final WitnessRows rows;
    private final Block block;

    Neighbourhood(WitnessRows rows, Block block) {
        this.rows = rows;
        this.block = block;
    }

    /**
     * All components that have a group within reach of the days, or one of the fingerprints. They are whole: what is read
     * is widened until nothing that is linked to them can lie outside.
     */
    List<Links> around(Collection<LocalDate> days, Set<Fingerprint> fingerprints) {
        Days reach = Days.around(days).wider(Links.HORIZON_DAYS);
        Days read = reach.wider(2 * Links.HORIZON_DAYS);
        while (true) {
            List<Links> concerned = concerned(reach, read, fingerprints);
            Days inner = read.wider(-Links.HORIZON_DAYS);
            if (concerned.stream()
                    .flatMap(component -> component.told().stream())
                    .allMatch(told -> inner.contains(told.firstDay()))) {
                return concerned;
            }
            read = read.wider(4 * Links.HORIZON_DAYS);
        }
    }

    private List<Links> concerned(Days reach, Days read, Set<Fingerprint> fingerprints) {
        List<Told> told = rows.of(block, read).stream()
                .filter(each -> read.contains(each.firstDay()))
                .toList();
        return Links.among(told).components().stream()
                .filter(component -> component.told().stream()
                        .anyMatch(each -> reach.contains(each.firstDay()) || fingerprints.contains(each.fingerprint())))
                .toList();
    }
}
