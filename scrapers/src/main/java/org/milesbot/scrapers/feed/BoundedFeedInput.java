package org.milesbot.scrapers.feed;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;

/** Rome's parser, without document types as Rome has it, and with a bound on nesting. */
final class BoundedFeedInput extends WireFeedInput {

    /** JDOM looks through all ancestors of every new element, so that a feed of nothing but openings takes hours. */
    private static final String DEEPEST = "200";

    BoundedFeedInput() {
        super(false, Locale.ROOT);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
        return builder;
    }
}
