package org.milesbot.scrapers.fare;

import java.util.List;
import org.milesbot.api.Text;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.page.UnreadablePageException;

/**
 * Reads what people hand over of one programme: the answers that its award search gave their browser, and pages that
 * state fares. It is never asked anything.
 *
 * @param id its name
 * @param form the form of the answers
 * @param announced reads the pages
 */
record SavedSearch(String id, AnswerForm form, AnnouncedFares announced) implements FareProvider {

    @Override
    public boolean recognizes(Page page) {
        return form.fits(page.text()) || announced.areOn(page);
    }

    @Override
    public FareReading read(Page page) {
        if (!form.fits(page.text())) {
            return FareReading.of(announced.read(page));
        }
        Text expected = Text.of(SavedSearch.class, "expected.search", id);
        Node root = Node.parse(page.text()).orElseThrow(() -> new UnreadablePageException(page, expected, null));
        Gathering gathering = new Gathering(page.fetchedAt());
        try {
            form.read(root, page, gathering);
        } catch (UnreadableEntryException e) {
            throw new UnreadablePageException(page, expected, e.text(), e);
        }
        return gathering.reading(List.of(), null);
    }
}
