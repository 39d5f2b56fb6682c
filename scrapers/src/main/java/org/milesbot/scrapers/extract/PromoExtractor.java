package org.milesbot.scrapers.extract;

import java.time.LocalDate;
import java.util.List;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.promo.PromoReader;
import org.milesbot.scrapers.extract.promo.Trace;
import org.milesbot.scrapers.extract.text.CleanText;
import org.milesbot.scrapers.extract.text.HtmlCleaner;

/** Reads promos by rules: the same announcement always gives the same promos. Word lists are loaded at the first use. */
public final class PromoExtractor implements Extractor {

    /** Rises whenever the same announcement may be read otherwise than before, so that captures can be read again. */
    public static final int PARSER_VERSION = 7;

    @Override
    public List<Promo> extract(Announcement announcement) {
        return PromoReader.read(mentions(announcement), Trace.none());
    }

    /** Reads an announcement and keeps which rule said what. */
    public Explanation explain(Announcement announcement) {
        Mentions mentions = mentions(announcement);
        Trace trace = Trace.kept(mentions);
        List<Promo> promos = PromoReader.read(mentions, trace);
        return new Explanation(mentions.text(), promos, trace.entries());
    }

    private static Mentions mentions(Announcement announcement) {
        CleanText text = HtmlCleaner.clean(announcement.title(), announcement.html());
        LocalDate published = announcement.publishedAt().atZone(Zones.SAO_PAULO).toLocalDate();
        return Mentions.of(text, published);
    }
}
