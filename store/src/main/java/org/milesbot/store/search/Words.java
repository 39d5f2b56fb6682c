package org.milesbot.store.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Texts as the stems of their words. Capitals, accents and small words do not matter. */
final class Words {

    private static final Pattern STEM = Pattern.compile("'(\\w+)'(:\\*)?");

    private Words() {}

    /**
     * What a word may be in a campaign.
     *
     * @param letters of a stem
     * @param isBeginning whether it may go on
     */
    record Stem(String letters, boolean isBeginning) {}

    private record Word(int text, List<Stem> stems) {}

    /** Of each text its words, of each word the stems of which one must occur. */
    static List<List<List<Stem>>> of(Handle open, List<String> texts) {
        List<List<List<Stem>>> all = new ArrayList<>();
        texts.forEach(text -> all.add(new ArrayList<>()));
        open.createQuery("""
                        select number, to_tsquery('pg_catalog.portuguese', case
                            when position < last then word
                            -- The stem of a half word may go on where that of the whole one ends: executiv, executiva.
                            when length(word) > 4 then format('(%1$s:* | %1$sa)', word)
                            else word || ':*'
                        end) as stems
                        from (
                            select number, position, word, max(position) over (partition by number) as last
                            from unnest(:texts) with ordinality as texts (written, number),
                                unnest(string_to_array(search_plain(written), ' ')) with ordinality as split (word, position)
                            where ts_lexize('pg_catalog.portuguese_stem', word) <> '{}') as words
                        order by number, position
                        """)
                .bindArray("texts", String.class, texts)
                .map((row, context) -> new Word(row.getInt("number"), stems(row.getString("stems"))))
                .forEach(word -> all.get(word.text - 1).add(word.stems));
        return all;
    }

    private static List<Stem> stems(String query) {
        List<Stem> stems = new ArrayList<>();
        Matcher found = STEM.matcher(query);
        while (found.find()) {
            stems.add(new Stem(found.group(1), found.group(2) != null));
        }
        return stems;
    }
}
