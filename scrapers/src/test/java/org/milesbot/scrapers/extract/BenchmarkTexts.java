package org.milesbot.scrapers.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.milesbot.api.source.Announcement;

/**
 * The announcements whose reading is measured. Few of the labelled ones are as long as a blog's post, so that the others
 * are lengthened by whole paragraphs, lists and tables of others, to lengths spread evenly over 1 to 2 kB.
 */
public enum BenchmarkTexts {
    LABELLED("as labelled"),
    LONGEST("as labelled, from 1 kB on"),
    WITH_PROSE("lengthened by what offers nothing"),
    WITH_OFFERS("lengthened by other offers");

    private static final int SHORTEST = 1_000;
    private static final int SPREAD = 900;
    private static final List<String> BLOCK_ENDS = List.of("</p>", "</ul>", "</ol>", "</table>");

    private final String title;

    BenchmarkTexts(String title) {
        this.title = title;
    }

    /** Its name in the table. */
    String title() {
        return title;
    }

    List<Announcement> announcements() {
        List<LabelledCase> cases = LabelledCase.read("/announcements/dev.jsonl");
        return switch (this) {
            case LABELLED -> announcements(cases.stream());
            case LONGEST ->
                announcements(Stream.concat(cases.stream(), LabelledCase.read("/announcements/written.jsonl").stream())
                        .filter(one -> bytes(one.announcement()) >= SHORTEST));
            case WITH_PROSE ->
                lengthened(
                        announcements(cases.stream()),
                        announcements(
                                cases.stream().filter(one -> one.expected().isEmpty())));
            case WITH_OFFERS ->
                lengthened(
                        announcements(cases.stream()),
                        announcements(
                                cases.stream().filter(one -> !one.expected().isEmpty())));
        };
    }

    private static List<Announcement> announcements(Stream<LabelledCase> cases) {
        return cases.map(LabelledCase::announcement).toList();
    }

    private static List<Announcement> lengthened(List<Announcement> texts, List<Announcement> more) {
        List<Announcement> lengthened = new ArrayList<>();
        int next = 0;
        for (Announcement text : texts) {
            StringBuilder html = new StringBuilder(text.html());
            int least = SHORTEST + SPREAD * lengthened.size() / texts.size();
            for (int size = bytes(text); size < least; next++) {
                String blocks = upTo(least - size, more.get(next % more.size()).html());
                html.append(blocks);
                size += bytes(blocks);
            }
            lengthened.add(new Announcement(text.id(), text.title(), html.toString(), null, text.publishedAt()));
        }
        return lengthened;
    }

    /** The paragraphs, lists and tables of a body up to the one that reaches a length. */
    private static String upTo(int bytes, String html) {
        int end = 0;
        while (end < html.length() && bytes(html.substring(0, end)) < bytes) {
            end = blockEnd(html, end);
        }
        return html.substring(0, end);
    }

    private static int blockEnd(String html, int from) {
        return BLOCK_ENDS.stream()
                .filter(tag -> html.indexOf(tag, from) >= 0)
                .mapToInt(tag -> html.indexOf(tag, from) + tag.length())
                .min()
                .orElse(html.length());
    }

    /** The size of what is read of an announcement. */
    static int bytes(Announcement announcement) {
        return bytes(announcement.title() + announcement.html());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
