package org.milesbot.scrapers.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/**
 * The public page of a Telegram channel, {@code t.me/s/<name>}. A message has no title of its own; its first line serves
 * as one, unless it is as long as a paragraph.
 */
public final class ChannelPage implements Format {

    /** Where a heading ends and a paragraph begins. */
    private static final int LONGEST_HEADING = 200;

    @Override
    public Reading read(Page page) {
        Document document = Jsoup.parse(page.text(), page.url().toString());
        document.outputSettings().prettyPrint(false);
        // A name without a public channel answers with a page that invites to open the app.
        if (document.selectFirst(".tgme_channel_history, .tgme_widget_message") == null) {
            throw new UnreadablePageException(page, Text.of(ChannelPage.class, "expected.channel"), null);
        }
        List<Item> items = new ArrayList<>();
        for (Element message : document.select(".tgme_widget_message[data-post]")) {
            item(message).ifPresent(items::add);
        }
        return Item.reading(page, items);
    }

    private static Optional<Item> item(Element message) {
        // The text of the message that is answered to carries the same class; photos and polls have no text.
        Element text = message.select(".tgme_widget_message_text").stream()
                .filter(candidate -> candidate.closest(".tgme_widget_message_reply") == null)
                .findFirst()
                .orElse(null);
        if (text == null) {
            return Optional.empty();
        }
        String post = message.attr("data-post");
        Element body = readable(text);
        String heading = takeHeading(body);
        return Optional.of(new Item(post, heading, body.html(), "https://t.me/" + post, date(message)));
    }

    private static @Nullable Instant date(Element message) {
        Element time = message.selectFirst("a.tgme_widget_message_date time[datetime], time[datetime]");
        try {
            return time == null
                    ? null
                    : OffsetDateTime.parse(time.attr("datetime")).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The text without what only the page needs: pictures in place of emoji, questions before opening a link. */
    private static Element readable(Element text) {
        Element body = text.clone();
        for (Element emoji : body.select("i.emoji, tg-emoji")) {
            emoji.replaceWith(new TextNode(emoji.text()));
        }
        for (Element link : body.select("a[href]")) {
            String address = link.absUrl("href");
            link.clearAttributes().attr("href", address);
        }
        return body;
    }

    /** Takes the first line off a message; a line too long for a heading is copied in part and stays. */
    private static String takeHeading(Element body) {
        List<Node> line = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Node node : body.nodeStream().toList()) {
            boolean isBreak = node.nameIs("br");
            if (isBreak && !words.toString().isBlank()) {
                line.add(node);
                break;
            }
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            }
            if (isBreak || node instanceof TextNode) {
                line.add(node);
            }
        }
        String heading = words.toString().strip();
        if (heading.length() > LONGEST_HEADING) {
            int lastWord = heading.lastIndexOf(' ', LONGEST_HEADING);
            return Html.clip(heading, lastWord > 0 ? lastWord : LONGEST_HEADING).strip() + "…";
        }
        line.forEach(Node::remove);
        dropEmptyBeginning(body);
        return heading;
    }

    private static void dropEmptyBeginning(Element body) {
        while (body.childNodeSize() > 0 && isEmpty(body.childNode(0))) {
            body.childNode(0).remove();
        }
    }

    private static boolean isEmpty(Node node) {
        if (node instanceof TextNode text) {
            return text.isBlank();
        }
        return node instanceof Element element && !element.hasText();
    }
}
