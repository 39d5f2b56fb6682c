package org.milesbot.scrapers.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.scrapers.page.Format;
import org.milesbot.scrapers.page.Found;
import org.milesbot.scrapers.page.Item;
import org.milesbot.scrapers.page.UnreadablePageException;

/** An RSS or Atom feed. A document type declaration is refused, so that no entity can be declared or fetched. */
public final class SyndicationFeed implements Format {

    private static final Set<String> ELEMENTS = Set.of("rss", "feed", "rdf:rdf");

    /** Characters that XML forbids, plain or as references; one pasted into a post must not cost the whole feed. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "^\\uFEFF|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|&#0*(?:[0-8]|1[124-9]|2[0-9]|3[01]);"
                    + "|&#[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]);");

    @Override
    public Reading read(Page page) {
        Text expected = Text.of(SyndicationFeed.class, "expected.feed");
        if (!ELEMENTS.contains(Found.firstElement(page))) {
            throw new UnreadablePageException(page, expected, null);
        }
        try {
            SyndFeed feed = parse(page);
            return Item.reading(
                    page, feed.getEntries().stream().map(SyndicationFeed::item).toList());
        } catch (ParsingFeedException e) {
            throw new UnreadablePageException(page, expected, Found.damagedAt(e.getLineNumber()), e);
        } catch (FeedException | IllegalArgumentException e) {
            throw new UnreadablePageException(page, expected, e);
        }
    }

    private static SyndFeed parse(Page page) throws FeedException {
        String text = FORBIDDEN.matcher(page.text()).replaceAll("");
        return new SyndFeedImpl(new BoundedFeedInput().build(new StringReader(text)));
    }

    private static Item item(SyndEntry entry) {
        String link = entry.getLink();
        return new Item(entry.getUri(), title(entry), body(entry), link, date(entry));
    }

    private static @Nullable String title(SyndEntry entry) {
        return entry.getTitleEx() == null ? null : entry.getTitleEx().getValue();
    }

    /** The whole text where the feed has it, else the summary. */
    private static @Nullable String body(SyndEntry entry) {
        return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant date(SyndEntry entry) {
        return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Date::toInstant)
                .orElse(null);
    }
}
