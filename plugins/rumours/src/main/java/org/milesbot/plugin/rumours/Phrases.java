package org.milesbot.plugin.rumours;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.milesbot.api.Text;
import org.milesbot.api.notify.Message;

/** How the plug-in says things. */
final class Phrases {

    private static final Set<String> KINDS =
            Set.of("transfer_bonus", "points_purchase", "club", "earn_multiplier", "internal_transfer", "award_fare");

    private static final int LONGEST = 300;

    private Phrases() {}

    static String said(Locale language, String key, Object... arguments) {
        return Text.of(Phrases.class, key, arguments).in(language);
    }

    static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }

    /** What came from outside, no longer than a note has room for. */
    static String bounded(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    /** What came from outside, inside of HTML. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** {@code Smiles: 100% (bônus de transferência; Livelo; até 30/11/2026)}: plain text. */
    static String offer(Offer offer, Locale language) {
        List<String> details = new ArrayList<>();
        details.add(KINDS.contains(offer.kind()) ? said(language, "kind." + offer.kind()) : offer.kind());
        if (!offer.origins().isEmpty()) {
            details.add(offer.origins().stream()
                    .map(origin -> origin.equals("*") ? said(language, "origin.every") : name(origin))
                    .collect(Collectors.joining(", ")));
        }
        if (offer.starts() != null) {
            details.add(said(language, "offer.from", day(offer.starts(), language)));
        }
        if (offer.ends() != null) {
            details.add(said(language, "offer.to", day(offer.ends(), language)));
        }
        String percent =
                NumberFormat.getNumberInstance(language).format(offer.percent().value());
        return name(offer.program()) + ": " + percent + "% (" + String.join("; ", details) + ")";
    }

    /** Several of them, one after the other. */
    static String offers(List<Offer> offers, Locale language) {
        return offers.stream().map(offer -> offer(offer, language)).collect(Collectors.joining(" + "));
    }

    static String day(LocalDate day, Locale language) {
        String pattern = language.getLanguage().equals("en") ? "yyyy-MM-dd" : "dd/MM/yyyy";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
    }

    /** The plug-in knows programmes by their slugs only. */
    private static String name(String slug) {
        return List.of(slug.split("_")).stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining(" "));
    }
}
