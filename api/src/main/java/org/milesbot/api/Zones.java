package org.milesbot.api;

import java.time.ZoneId;

/** The time zones that milesbot reckons in. */
public final class Zones {

    /** The zone of every announced date: programmes and banks announce in Brasília time. */
    public static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private Zones() {}
}
