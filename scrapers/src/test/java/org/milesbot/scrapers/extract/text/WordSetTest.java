package org.milesbot.scrapers.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WordSetTest {

    @Test
    void holdsItsWordsAndNoOthers() {
        String[] words = IntStream.range(0, 100).mapToObj(i -> "palavra" + i).toArray(String[]::new);
        WordSet set = WordSet.of(words);

        assertThat(words).allMatch(set::contains);
        assertThat(IntStream.range(100, 1_000).mapToObj(i -> "palavra" + i)).noneMatch(set::contains);
    }

    @Test
    void tellsWordsOfOneHashApart() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(WordSet.of("Aa").contains("BB")).isFalse();
        assertThat(WordSet.of("Aa", "BB").contains("BB")).isTrue();
    }

    @Test
    void holdsOneWord() {
        assertThat(WordSet.of("nao").contains("nao")).isTrue();
        assertThat(WordSet.of("nao").contains("")).isFalse();
    }
}
