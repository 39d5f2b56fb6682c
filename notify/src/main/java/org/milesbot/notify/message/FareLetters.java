package org.milesbot.notify.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;

/** Writes messages about seats for miles, each for one person. Pure, and safe for use by several threads. */
public final class FareLetters {

    private static final int MOST_AT_ONCE = 20;
    private static final Comparator<FareTelling> CHEAPEST_FIRST = Comparator.comparing(
            FareTelling::fare, Comparator.comparingLong(AwardFare::miles).thenComparing(AwardFare::date));

    private final Function<String, String> names;

    /**
     * @param names what people call a programme, by its slug; the slug itself if nobody named it
     */
    public FareLetters(Function<String, String> names) {
        this.names = names;
    }

    /**
     * One seat, with a button that leads to where one books it.
     *
     * @param today the day on which it is read, in America/Sao_Paulo
     */
    public Message alone(FareTelling telling, Recipient recipient, LocalDate today) {
        Phrases phrases = new Phrases(recipient.language());
        return new Message(fares(phrases, today).alone(telling).value(), buttons(phrases, telling.fare()), false, null);
    }

    /**
     * Several seats as one message, or as part of one, the cheapest first.
     *
     * @param today the day on which it is read, in America/Sao_Paulo
     * @throws IllegalArgumentException if there is nothing to tell
     */
    public Message several(List<FareTelling> tellings, Recipient recipient, LocalDate today) {
        if (tellings.isEmpty()) {
            throw new IllegalArgumentException("a message about no seat");
        }
        FarePhrases fares = fares(new Phrases(recipient.language()), today);
        List<FareTelling> cheapest = tellings.stream().sorted(CHEAPEST_FIRST).toList();
        int told = Math.min(cheapest.size(), MOST_AT_ONCE);
        Stream<Html> blocks = IntStream.range(0, told).mapToObj(i -> fares.block(i + 1, cheapest.get(i)));
        Html html = Html.join(
                "\n\n",
                Stream.of(
                                Stream.of(fares.heading(cheapest.size())),
                                blocks,
                                Stream.of(fares.more(cheapest.size() - told)))
                        .flatMap(part -> part)
                        .toList());
        return new Message(html.value(), List.of(), false, null);
    }

    private FarePhrases fares(Phrases phrases, LocalDate today) {
        return new FarePhrases(phrases, new TimePhrases(phrases, today), new OfferPhrases(phrases, names));
    }

    private static List<List<Button>> buttons(Phrases phrases, AwardFare fare) {
        List<List<Button>> rows = new ArrayList<>();
        if (fare.link() != null) {
            WebLink.of(fare.link())
                    .ifPresent(url -> rows.add(List.of(Button.opening(phrases.plain("button.book"), url))));
        }
        String mute = "mute:" + fare.program();
        if (mute.length() <= Button.MOST_BYTES) {
            rows.add(List.of(Button.telling(phrases.plain("button.mute"), mute)));
        }
        return rows;
    }
}
