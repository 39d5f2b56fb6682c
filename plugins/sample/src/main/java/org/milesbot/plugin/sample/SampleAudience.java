package org.milesbot.plugin.sample;

import java.util.Optional;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;

/** Offers no club to who is in it. People see the reason when they ask why, so it is said in their language. */
final class SampleAudience implements AudienceFilter {

    @Override
    public Optional<String> heldBack(Promo promo, Recipient recipient) {
        boolean isMember = recipient.tiers().contains(promo.program() + ":club");
        if (!promo.kind().equals(PromoKind.CLUB) || !isMember) {
            return Optional.empty();
        }
        return Optional.of(recipient.language().getLanguage().equals("pt") ? "já é do clube" : "already in the club");
    }
}
