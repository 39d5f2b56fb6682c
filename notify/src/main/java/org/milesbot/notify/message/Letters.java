package org.milesbot.notify.message;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Moment;

/** Writes messages about promos, each for one person. Pure, and safe for use by several threads. */
public final class Letters {

    private static final int MOST_IN_A_DIGEST = 50;
    private static final Comparator<Telling> BEST_FIRST = Comparator.comparing(
            (Telling telling) -> telling.offer().score(), Comparator.nullsLast(Comparator.reverseOrder()));

    private final Function<String, String> names;

    /**
     * @param names what people call a programme or bank, by its slug; the slug itself if nobody named it
     */
    public Letters(Function<String, String> names) {
        this.names = names;
    }

    /**
     * One promo.
     *
     * @param today the day on which it is read, in America/Sao_Paulo
     */
    public Message alert(Telling telling, Recipient recipient, LocalDate today) {
        return new Message(
                language(recipient, today).alert(telling, recipient.tiers()).value(),
                buttons(recipient)
                        .of(
                                telling.alertId(),
                                telling.offer(),
                                telling.reason() != Reason.ENDING && mayRemind(telling.offer(), today)),
                false,
                null);
    }

    /**
     * Several promos as one message, best first.
     *
     * @param expiredMeanwhile how many more were over before they could be told
     * @param today the day on which it is read, in America/Sao_Paulo
     * @throws IllegalArgumentException if there is nothing to tell
     */
    public Message digest(
            List<Telling> tellings, int expiredMeanwhile, DigestKind kind, Recipient recipient, LocalDate today) {
        if (tellings.isEmpty() && expiredMeanwhile == 0) {
            throw new IllegalArgumentException("a digest of nothing");
        }
        List<Telling> best = tellings.stream().sorted(BEST_FIRST).toList();
        LetterPhrases letter = language(recipient, today);
        Stream<Html> blocks = IntStream.range(0, Math.min(best.size(), MOST_IN_A_DIGEST))
                .mapToObj(i -> letter.block(i + 1, best.get(i), recipient.tiers()));
        Html html = Html.join(
                "\n\n",
                Stream.of(
                                Stream.of(letter.digestHeading(kind, best.size())),
                                blocks,
                                Stream.of(letter.digestEnd(
                                        Math.max(0, best.size() - MOST_IN_A_DIGEST), expiredMeanwhile)))
                        .flatMap(part -> part)
                        .toList());
        return new Message(html.value(), List.of(), false, null);
    }

    /**
     * A transfer bonus and a seat that are cheap together, with the arithmetic.
     *
     * @param today the day on which it is read, in America/Sao_Paulo
     */
    public Message combo(ComboTelling telling, Recipient recipient, LocalDate today) {
        Phrases phrases = new Phrases(recipient.language());
        ComboPhrases combo =
                new ComboPhrases(phrases, new TimePhrases(phrases, today), new OfferPhrases(phrases, names));
        return new Message(
                combo.of(telling, recipient.tiers()).value(),
                buttons(recipient).of(telling.alertId(), telling.bonus(), mayRemind(telling.bonus(), today)),
                false,
                null);
    }

    /**
     * One promo of a list.
     *
     * @param number its place in the list
     * @param today the day on which it is read, in America/Sao_Paulo
     */
    public Html item(int number, Offer offer, Recipient recipient, LocalDate today) {
        return language(recipient, today).item(number, offer, recipient.tiers());
    }

    /**
     * A promo that somebody asks about, in the words of an alert.
     *
     * @param today the day on which it is read, in America/Sao_Paulo
     */
    public Message asked(Offer offer, Recipient recipient, LocalDate today) {
        return new Message(
                told(offer, recipient, today).value(),
                buttons(recipient).of(offer, mayRemind(offer, today)),
                false,
                null);
    }

    /**
     * The text of an alert of a promo.
     *
     * @param today the day on which it is read, in America/Sao_Paulo
     */
    public Html told(Offer offer, Recipient recipient, LocalDate today) {
        return language(recipient, today).alert(new Telling(0, Reason.CREATED, "", null, offer), recipient.tiers());
    }

    /** What a promo is and where: "80% de bônus: Livelo → Smiles". */
    public Html heading(Offer offer, Recipient recipient) {
        return offers(recipient).heading(offer.promo(), LetterPhrases.personal(offer.promo(), recipient.tiers()));
    }

    /**
     * The same as plain text, such as on a button.
     *
     * @param most at most so many characters
     */
    public String label(Offer offer, Recipient recipient, int most) {
        String label = heading(offer, recipient).plain();
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Which percentage is the person's: "80% para você (Clube Smiles); 60% para os demais". */
    public Html personal(Offer offer, Recipient recipient) {
        return offers(recipient).personal(offer.promo(), LetterPhrases.personal(offer.promo(), recipient.tiers()));
    }

    /** The page where a promo was announced, under its title; the title alone if it cannot be linked. */
    public Html link(Offer offer, Recipient recipient) {
        return LetterPhrases.link(new Phrases(recipient.language()), offer);
    }

    private OfferPhrases offers(Recipient recipient) {
        return new OfferPhrases(new Phrases(recipient.language()), names);
    }

    private LetterPhrases language(Recipient recipient, LocalDate today) {
        Phrases phrases = new Phrases(recipient.language());
        return new LetterPhrases(phrases, new TimePhrases(phrases, today), new OfferPhrases(phrases, names));
    }

    private static AlertButtons buttons(Recipient recipient) {
        return new AlertButtons(new Phrases(recipient.language()));
    }

    private static boolean mayRemind(Offer offer, LocalDate today) {
        Moment end = offer.promo().window().end();
        return end != null && end.date().isAfter(today);
    }
}
