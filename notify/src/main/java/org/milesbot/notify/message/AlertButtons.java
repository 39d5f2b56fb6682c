package org.milesbot.notify.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.milesbot.api.notify.Button;

/** The buttons below a message about a promo. */
final class AlertButtons {

    private final Phrases phrases;

    AlertButtons(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Their rows.
     *
     * @param mayRemind whether a last day is known that is still to come
     */
    List<List<Button>> of(long alertId, Offer offer, boolean mayRemind) {
        return of(Long.toString(alertId), offer, mayRemind);
    }

    /** Those below a promo that nobody was alerted of. */
    List<List<Button>> of(Offer offer, boolean mayRemind) {
        return of(offer.promoId().toString(), offer, mayRemind);
    }

    private List<List<Button>> of(String why, Offer offer, boolean mayRemind) {
        List<List<Button>> rows = new ArrayList<>();
        WebLink.of(offer.url()).ifPresent(url -> rows.add(List.of(Button.opening(label("button.open"), url))));
        rows.add(Stream.of(
                        telling("button.why", "why:" + why),
                        telling("button.mute", "mute:" + offer.promo().program()))
                .flatMap(Optional::stream)
                .toList());
        if (mayRemind) {
            telling("button.remind", "remind:" + offer.promoId()).ifPresent(button -> rows.add(List.of(button)));
        }
        return rows;
    }

    private Optional<Button> telling(String key, String data) {
        // The longest slug leaves no room for the word before it.
        return data.length() <= Button.MOST_BYTES ? Optional.of(Button.telling(label(key), data)) : Optional.empty();
    }

    private String label(String key) {
        return phrases.say(key).value();
    }
}
