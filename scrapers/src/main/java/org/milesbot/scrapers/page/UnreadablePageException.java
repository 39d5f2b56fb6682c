package org.milesbot.scrapers.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;

/** A page is not of the form that its source publishes in. */
public final class UnreadablePageException extends MilesbotException {

    private static final long serialVersionUID = 1L;

    private final URI address;

    /**
     * Says what the page turned out to be by looking at it.
     *
     * @param expected the form it should have, such as "an RSS feed"
     */
    public UnreadablePageException(Page page, Text expected, @Nullable Throwable cause) {
        this(page, expected, Found.in(page), cause);
    }

    /**
     * @param expected the form it should have, such as "an RSS feed"
     * @param found what came instead, such as "an empty answer"
     */
    public UnreadablePageException(Page page, Text expected, Text found, @Nullable Throwable cause) {
        super(
                ErrorKind.DATA,
                Text.of(
                        UnreadablePageException.class,
                        "unreadable",
                        page.requested().toString(),
                        expected,
                        found),
                cause);
        this.address = page.requested();
    }

    /** The address whose answer could not be read. */
    public URI address() {
        return address;
    }
}
