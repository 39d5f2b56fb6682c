package org.milesbot.store.promo;

import java.util.UUID;
import org.milesbot.api.promo.ProgramId;

/**
 * What is kept of a programme.
 *
 * @param program the programme
 * @param promos how many promos
 * @param open how many of them are open
 * @param newest the one that was published last
 */
public record ProgramPromos(ProgramId program, long promos, long open, UUID newest) {}
