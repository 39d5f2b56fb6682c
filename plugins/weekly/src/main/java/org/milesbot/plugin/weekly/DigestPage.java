package org.milesbot.plugin.weekly;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;

/** What people read in a digest. All that came from outside is cut and escaped. */
final class DigestPage {

    private static final int MOST_CAMPAIGNS = 7;
    private static final int LONGEST_TITLE = 90;

    /** A link that is longer is left out: the message has its bounds. */
    private static final int LONGEST_URL = 250;

    private DigestPage() {}

    /**
     * The digest.
     *
     * @param introduction what it begins with, not escaped; or null
     */
    static Message of(Week week, Locale language, @Nullable String introduction) {
        for (int most = MOST_CAMPAIGNS; most > 0; most--) {
            String html = html(week, language, introduction, most);
            if (html.length() <= Note.LONGEST) {
                return message(html);
            }
        }
        // An introduction of nothing but what is escaped.
        return of(week, language, null);
    }

    private static String html(Week week, Locale language, @Nullable String introduction, int most) {
        StringJoiner html = new StringJoiner("\n");
        html.add(say(language, "digest.title", day(week.first(), language), day(week.last(), language)));
        if (introduction != null) {
            html.add("<i>" + escaped(introduction) + "</i>");
        }
        html.add("");
        if (week.missed().isEmpty()) {
            html.add(say(language, "digest.nothing"));
        } else {
            html.add(say(language, "digest.missed"));
            week.missed().stream().limit(most).forEach(campaign -> html.add(line(campaign, week.last(), language)));
            if (week.missed().size() > most) {
                html.add(say(language, "digest.more", week.missed().size() - most));
            }
        }
        if (!week.outlooks().isEmpty()) {
            html.add("").add(say(language, "digest.forecast"));
            week.outlooks().forEach(outlook -> html.add(line(outlook, language)));
        }
        return html.add("").add(say(language, "digest.how")).toString();
    }

    private static String line(Campaign campaign, LocalDate today, Locale language) {
        StringJoiner line = new StringJoiner(" · ", "• ", "");
        line.add(title(campaign));
        line.add("<b>" + percent(campaign.percent(), language) + "</b>");
        if (campaign.ends() != null) {
            String key = campaign.isOver(today) ? "digest.ended" : "digest.ends";
            line.add(say(language, key, day(campaign.ends(), language)));
        }
        return line.toString();
    }

    private static String title(Campaign campaign) {
        String words =
                campaign.title().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        if (words.isEmpty()) {
            words = name(campaign.program());
        }
        String cut = words.codePointCount(0, words.length()) <= LONGEST_TITLE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
        boolean isLink = campaign.url().length() <= LONGEST_URL
                && (campaign.url().startsWith("https://") || campaign.url().startsWith("http://"));
        return isLink ? "<a href=\"" + escaped(campaign.url()) + "\">" + escaped(cut) + "</a>" : escaped(cut);
    }

    private static String line(Outlook outlook, Locale language) {
        String line = say(
                language,
                "digest.chance",
                name(outlook.program()),
                percent(outlook.week(), language),
                percent(outlook.month(), language));
        return outlook.bonus() == null
                ? line
                : line + say(language, "digest.bonus", percent(outlook.bonus(), language));
    }

    /**
     * What an introduction may be about, as plain text: names and numbers of milesbot's own, and nothing that a stranger has
     * worded.
     */
    static String facts(Week week, Locale language) {
        StringJoiner facts = new StringJoiner("\n");
        facts.add(say(language, "facts.missed", week.missed().size()));
        week.missed().stream()
                .limit(MOST_CAMPAIGNS)
                .map(campaign -> "- " + name(campaign.program()) + " " + percent(campaign.percent(), language))
                .forEach(facts::add);
        if (!week.outlooks().isEmpty()) {
            facts.add(say(language, "facts.forecast"));
            week.outlooks().forEach(outlook -> facts.add(line(outlook, language)));
        }
        return facts.toString();
    }

    /** A slug as people read it: {@code latam_pass} is Latam Pass. */
    static String name(String slug) {
        return Arrays.stream(slug.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String percent(BigDecimal value, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(value) + "%";
    }

    private static String day(LocalDate day, Locale language) {
        String pattern = language.getLanguage().equals("en") ? "d MMM" : "dd/MM";
        return day.format(DateTimeFormatter.ofPattern(pattern, language));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String say(Locale language, String key, Object... arguments) {
        return Text.of(DigestPage.class, key, arguments).in(language);
    }

    static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }
}
