package org.milesbot.plugin.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class WishTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Wish read(String words) {
        return Wish.of(List.of(words.split(" ")), TODAY);
    }

    @Test
    void readsWhatIsWaitedFor() {
        LocalDate march = LocalDate.of(2027, 3, 1);

        assertThat(read("GRU LIS 2027-03 executiva 2"))
                .isEqualTo(new Wish("GRU", "LIS", march, march.plusDays(30), "business", 2));
        assertThat(read("gru lis 2027-03-01 PRIMEIRA")).isEqualTo(new Wish("GRU", "LIS", march, march, "first", 1));
        assertThat(read("GRU LIS 2027-03-01..2027-03-05 premium 9"))
                .isEqualTo(new Wish("GRU", "LIS", march, march.plusDays(4), "premium_economy", 9));
        assertThat(read("GRU LIS 2026-11 business").from())
                .as("not what is over")
                .isEqualTo(TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU LIS 2027-03 | from where, to where, when",
                "GRU LIS 2027-03 executiva 2 3 | from where, to where, when",
                "GRUU LIS 2027-03 executiva | \"GRUU\" is no airport",
                "GRU SÃO 2027-03 executiva | \"SÃO\" is no airport",
                "SAO LIS 2027-03 executiva | such as GRU. Example: /assento GRU LIS",
                "GRU GRU 2027-03 executiva | lands in GRU",
                "GRU LIS março executiva | \"março\" is no month",
                "GRU LIS 2027-13 executiva | \"2027-13\" is no month",
                "GRU LIS 2027-03-05..2027-03-01 executiva | is no month",
                "GRU LIS 2027-03-05.. executiva | is no month",
                "GRU LIS 2026-10 executiva | is over, or more than a year away",
                "GRU LIS 2027-12 executiva | is over, or more than a year away",
                "GRU LIS 2027-03-01..2027-05-02 executiva | has too many days: 62",
                "GRU LIS 2027-03 executiv | Did you mean executiva?",
                "GRU LIS 2027-03 econômica | business, first or premium. Example",
                "GRU LIS 2027-03 executiva 0 | write one from 1 to 9",
                "GRU LIS 2027-03 executiva dois | write one from 1 to 9",
            })
    void saysWhatIsWrongAndWhatARightOneLooksLike(String words, String sentence) {
        assertThatThrownBy(() -> read(words))
                .hasMessageContaining(sentence)
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USAGE));
    }
}
