package org.milesbot.cli.web.feed;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.output.PromoLine;

/** What a promo is, on one line. */
final class Headline {

    private final ProgramNames names;
    private final PromoLine line;

    Headline(ProgramNames names, Locale language) {
        this.names = names;
        line = new PromoLine(names, language);
    }

    /** The programme and what it offers, without days. */
    String of(Promo promo) {
        List<String> offer = line.offer(promo);
        return Quoted.of(names.of(promo.program().value()) + ": "
                + (offer.isEmpty() ? line.kind(promo) : String.join(", ", offer)));
    }
}
