package org.milesbot.plugin.rumours;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;

/** Reads what was reported and puts what it offers into quarantine. Safe for use by several threads. */
final class Intake {

    /** Longer than Telegram lets one write. */
    static final int LONGEST = 4_096;

    private static final int MOST_OFFERS = 5;

    /**
     * Who reports "100% Livelo Smiles amanhã" means a transfer and does not say so, as an announcement would. What comes of it must
     * name both ends, and is sought in short reports only, not in all that a group talks about.
     */
    private static final String SUBJECT = "Bônus de transferência: ";

    private static final int SHORT = 300;

    private final RumourTables tables;
    private final Extractor extractor;
    private final RumoursSettings settings;

    Intake(RumourTables tables, Extractor extractor, RumoursSettings settings) {
        this.tables = tables;
        this.extractor = extractor;
        this.settings = settings;
    }

    /**
     * Who reports, and how.
     *
     * @param chatId their chat, or null for a file in the inbox
     * @param language theirs
     */
    record Reporter(@Nullable Long chatId, Locale language) {

        static final Reporter INBOX = new Reporter(null, Locale.forLanguageTag("pt"));

        String way() {
            return chatId == null ? "inbox" : "bot";
        }
    }

    /** What became of a message. */
    enum End {
        /** It waits for a source that confirms it. */
        KEPT,
        /** The same was reported before. */
        TWICE,
        /** A source had announced it before. */
        LATE,
        /** It was said too long ago. */
        OLD,
        /** The reporter has told enough for a day. */
        TOO_MANY
    }

    /**
     * A message that offers something, and what became of it.
     *
     * @param found the campaign that it is about, if it is late; else null
     */
    record Taken(End end, List<Offer> offers, @Nullable Found found) {}

    /** Where sources tell of a campaign, and since when. */
    record Found(String title, String url, Instant announcedAt) {}

    /** Takes a text, of one message or of several that were copied from a chat; empty if it offers nothing. */
    List<Taken> take(Reporter reporter, String text, Instant now) throws SQLException {
        List<Taken> taken = new ArrayList<>();
        for (ChatLines.Said said : ChatLines.of(text, now)) {
            if (said.words().length() <= LONGEST) {
                take(reporter, said, html(said.words()), now).ifPresent(taken::add);
            }
        }
        return taken;
    }

    /** Takes a page of HTML; nothing if it offers nothing. */
    Optional<Taken> takePage(String html, Instant now) throws SQLException {
        String words = html.replaceAll("(?is)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String bounded = words.substring(0, Math.min(words.length(), LONGEST));
        return take(Reporter.INBOX, new ChatLines.Said(now, bounded), html, now);
    }

    private Optional<Taken> take(Reporter reporter, ChatLines.Said said, String html, Instant now) throws SQLException {
        List<Offer> offers = offers(html, said.at());
        if (offers.isEmpty() && reporter.chatId() != null && said.words().length() <= SHORT) {
            offers = offers(html(SUBJECT + said.words()), said.at()).stream()
                    .filter(offer -> !offer.origins().isEmpty())
                    .toList();
        }
        return offers.isEmpty() ? Optional.empty() : Optional.of(keep(reporter, said, offers, now));
    }

    private List<Offer> offers(String html, Instant at) {
        return extractor.extract(new Announcement("", "", html, null, at)).stream()
                .flatMap(promo -> Offer.of(promo).stream())
                .distinct()
                .limit(MOST_OFFERS)
                .toList();
    }

    private Taken keep(Reporter reporter, ChatLines.Said said, List<Offer> offers, Instant now) throws SQLException {
        if (said.at().isBefore(now.minus(Duration.ofDays(settings.days())))) {
            return new Taken(End.OLD, offers, null);
        }
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        Long chat = reporter.chatId();
        if (chat != null && tables.reportedOn(chat, today) >= settings.perDay()) {
            return new Taken(End.TOO_MANY, offers, null);
        }
        RumourTables.NewRumour rumour = new RumourTables.NewRumour(reporter, said, mark(said.words()), now);
        return tables.keep(rumour, offers, settings.days());
    }

    /** The same for texts that differ in case and spaces only. */
    private static String mark(String words) {
        String folded = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new MilesbotException(ErrorKind.INTERNAL, Text.plain("This Java has no SHA-256."), e);
        }
    }

    /** A paragraph a line, as a channel's posts have. */
    private static String html(String words) {
        return words.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + Phrases.escaped(line) + "</p>")
                .collect(Collectors.joining());
    }
}
