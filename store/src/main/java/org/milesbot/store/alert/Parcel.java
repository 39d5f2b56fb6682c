package org.milesbot.store.alert;

import java.util.List;

/**
 * What is sent to someone at once: one alert, or those of a digest.
 *
 * @param to whom
 * @param alerts what they are told of; none if all of a digest expired meanwhile
 * @param expired how many more there were that are not worth telling any more
 */
public record Parcel(Addressee to, List<Claimed> alerts, int expired) {

    /** Copies the alerts. */
    public Parcel {
        alerts = List.copyOf(alerts);
    }
}
