package org.milesbot.scrapers.page;

import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/** One form in which sources publish. Without state, so safe for use by several threads. */
public interface Format {

    /**
     * Reads a page of this form.
     *
     * @throws UnreadablePageException if the page is of another form
     */
    Reading read(Page page);
}
