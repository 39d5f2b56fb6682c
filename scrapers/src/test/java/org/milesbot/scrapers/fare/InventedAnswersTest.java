package org.milesbot.scrapers.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.source.Page;

class InventedAnswersTest {

    private static final LocalDate FROM = LocalDate.of(2027, 1, 31);

    @Test
    void areReadWithoutALoss() {
        String text = InventedAnswers.partner("GRU", "LIS", FROM, 60);
        URI address = URI.create("https://seats.aero/partnerapi/search?take=1000");
        FareReading reading = Recorded.provider("fares_partner")
                .read(new Page(address, address, Recorded.SAVED, "application/json", text));
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.next()).isEmpty();
        assertThat(reading.fares())
                .hasSizeBetween(90, 120)
                .allMatch(fare ->
                        fare.origin().equals("GRU") && fare.destination().equals("LIS"))
                .allMatch(fare -> !fare.date().isBefore(FROM) && fare.date().isBefore(FROM.plusDays(60)));
        assertThat(reading.fares()).extracting(AwardFare::taxesBrl).anyMatch(taxes -> taxes != null);
    }

    @Test
    void areTheSameForTheSameQuestion() {
        assertThat(InventedAnswers.partner("GRU", "LIS", FROM, 3))
                .isEqualTo(InventedAnswers.partner("GRU", "LIS", FROM, 3))
                .isNotEqualTo(InventedAnswers.partner("GRU", "OPO", FROM, 3));
    }
}
