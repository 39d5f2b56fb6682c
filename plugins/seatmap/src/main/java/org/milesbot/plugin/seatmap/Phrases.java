package org.milesbot.plugin.seatmap;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.milesbot.api.Text;
import org.milesbot.api.notify.Message;

/** How the plug-in says things. */
final class Phrases {

    /** A longer one is left out: a note has room for some flights, and not for the page of one. */
    private static final int LONGEST_LINK = 500;

    private Phrases() {}

    static String said(Locale language, String key, Object... arguments) {
        return Text.of(Phrases.class, key, arguments).in(language);
    }

    static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }

    /** What came from outside, inside of HTML. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** {@code GRU → LIS, executiva, de 01/03/2027 a 31/03/2027, 2 assentos}: plain text. */
    static String wish(Wish wish, Locale language) {
        String days = wish.from().equals(wish.to())
                ? day(wish.from(), language)
                : said(language, "wish.between", day(wish.from(), language), day(wish.to(), language));
        return wish.origin() + " → " + wish.dest() + ", " + said(language, "cabin." + wish.cabin()) + ", " + days + ", "
                + said(language, "seats", wish.seats());
    }

    /** {@code 12/03/2027 GRU → LIS, executiva: 2 assentos, 88.000 milhas + R$ 350,00 (Smiles), direto}, with a link if there is one. */
    static String flight(Seat seat, Locale language) {
        List<String> parts = new ArrayList<>();
        parts.add(said(language, seat.isExact() ? "seats" : "seats.least", seat.seats()));
        String price = said(language, "miles", seat.miles());
        parts.add((seat.taxes() == null ? price : price + " + " + taxes(seat, language)) + " (" + name(seat.program())
                + ")");
        if (seat.stops() != null) {
            parts.add(said(language, "stops", seat.stops()));
        }
        String told = day(seat.day(), language) + " " + seat.origin() + " → " + seat.dest() + ", "
                + said(language, "cabin." + seat.cabin()) + ": " + String.join(", ", parts);
        String link = seat.link();
        return link == null || link.length() > LONGEST_LINK || !link.matches("https?://\\S+")
                ? escaped(told)
                : escaped(told) + " · <a href=\"" + escaped(link) + "\">" + said(language, "book") + "</a>";
    }

    private static String taxes(Seat seat, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return "R$ " + format.format(seat.taxes());
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
