package org.milesbot.scrapers.extract.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.milesbot.scrapers.extract.text.Resources;

class WordListTest {

    @Test
    void listsNoPhraseTwiceInASection() {
        List<String> twice = new ArrayList<>();
        Set<String> known = new HashSet<>();
        String section = "";
        for (String line : Resources.lines("cues.txt")) {
            if (line.startsWith("[")) {
                section = line;
                known.clear();
                continue;
            }
            for (String phrase : line.split(",", -1)) {
                if (!known.add(phrase.strip())) {
                    twice.add(section + " " + phrase.strip());
                }
            }
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void listsNoSectionTwice() {
        assertThat(Resources.lines("cues.txt").stream().filter(line -> line.startsWith("[")))
                .doesNotHaveDuplicates();
    }
}
