package org.milesbot.cli.duty;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.metrics.Health.Reason;
import org.milesbot.cli.metrics.HealthCheck;

/** Which duties of this process fail. A failure is told when it begins and when it is over, however often it is noted. */
public final class DutyFaults {

    private final Told told;
    private final Map<Duty, String> faults = Collections.synchronizedMap(new EnumMap<>(Duty.class));

    public DutyFaults(Told told) {
        this.told = told;
    }

    /** A duty failed; the same sentence is not told twice. */
    public void failed(Duty duty, MilesbotException error) {
        String sentence = error.text().toString();
        if (!sentence.equals(faults.put(duty, sentence))) {
            told.complain(Text.of(DutyFaults.class, "fault", duty.slug(), error.text()));
        }
    }

    /** A duty did what it has to do. */
    public void mended(Duty duty) {
        if (faults.remove(duty) != null) {
            told.say(Text.of(DutyFaults.class, "mended", duty.slug()));
        }
    }

    /** What is amiss with this process; which duty, and not why, since everybody may read it. */
    public List<Reason> reasons() {
        synchronized (faults) {
            return faults.keySet().stream()
                    .map(duty -> HealthCheck.failing(duty.slug()))
                    .toList();
        }
    }
}
