package org.milesbot.scrapers.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.recording.Headers;

/** Knows the pages that keep robots out in place of the content. What it looks for are the rows of antibot.txt. */
final class AntiBot {

    /** Walls are small; whatever is larger is content, whatever words are in it. */
    private static final int LARGEST_WALL = 200_000;

    private enum Place {
        HEADER(0),
        TITLE(2_000),
        SHORT(2_000),
        BARE(200);

        private final int mostText;

        Place(int mostText) {
            this.mostText = mostText;
        }
    }

    private record Mark(String name, Place place, String words) {

        static Mark of(String row) {
            String[] cells = row.split(" \\| ", 3);
            return new Mark(
                    cells[0].strip(),
                    Place.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)),
                    cells[2].strip().toLowerCase(Locale.ROOT));
        }

        boolean isIn(Headers headers) {
            int colon = words.indexOf(':');
            String value = headers.first(words.substring(0, colon));
            return value != null
                    && value.toLowerCase(Locale.ROOT)
                            .contains(words.substring(colon + 1).strip());
        }

        boolean isOn(Document page) {
            int text = page.text().length();
            return text < place.mostText
                    && (place != Place.TITLE
                            || page.title().toLowerCase(Locale.ROOT).equals(words));
        }
    }

    /** Read when the first page comes. */
    private static final class Marks {
        private static final List<Mark> ALL = read();

        private static List<Mark> read() {
            try (InputStream in = Objects.requireNonNull(AntiBot.class.getResourceAsStream("antibot.txt"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Mark::of)
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException("antibot.txt cannot be read", e);
            }
        }
    }

    /** Who keeps us out; empty if the page is content. */
    Optional<String> find(Headers headers, Page page) {
        Optional<String> said = Marks.ALL.stream()
                .filter(mark -> mark.place() == Place.HEADER && mark.isIn(headers))
                .map(Mark::name)
                .findFirst();
        return said.isPresent() ? said : find(page);
    }

    private static Optional<String> find(Page page) {
        if (page.text().length() > LARGEST_WALL || !isHtml(page)) {
            return Optional.empty();
        }
        String lower = page.text().toLowerCase(Locale.ROOT);
        List<Mark> candidates = Marks.ALL.stream()
                .filter(mark -> mark.place() != Place.HEADER && lower.contains(mark.words()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Document document = Jsoup.parse(page.text());
        return candidates.stream()
                .filter(mark -> mark.isOn(document))
                .map(Mark::name)
                .findFirst();
    }

    private static boolean isHtml(Page page) {
        String type = page.contentType();
        return type == null
                ? page.text().stripLeading().startsWith("<")
                : type.toLowerCase(Locale.ROOT).contains("html");
    }
}
