package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.testing.TestScores;

final class PromosCommandTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private static Path home;

    @BeforeAll
    static void scrapeOnce() {
        assertThat(CommandRun.in(home, DATABASE).run("scrape", "--replay").exitCode())
                .isZero();
        DATABASE.database()
                .inTransaction(open -> TestScores.refresh(
                        open,
                        open.createQuery("select id from promo")
                                .mapTo(UUID.class)
                                .list()));
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    private static Ended promos(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "promos";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return CommandRun.in(home, DATABASE).run(arguments);
    }

    private static Ended listed(String... options) {
        Ended run = promos(options);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run;
    }

    @Test
    void filtersByProgram() {
        assertThat(listed("--json", "--program", "smiles,azul", "--limit", "0").lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"program\":\"smiles\"") || line.contains("\"program\":\"azul\""))
                .anyMatch(line -> line.contains("\"program\":\"azul\""));
    }

    @Test
    void filtersByOrigin() {
        // Who asks for a bank is also shown what every bank offers.
        assertThat(listed("--json", "--from", "livelo", "--limit", "0").lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(".*\"origins\":\\[[^]]*\"(livelo|\\*)\".*"));
    }

    @Test
    void filtersByKind() {
        assertThat(listed("--json", "--kind", "club", "--limit", "0").lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"kind\":\"club\""));
    }

    @Test
    void filtersByTime() {
        assertThat(listed("--json", "--active", "--limit", "0").lines())
                .noneMatch(line -> line.contains("\"state\":\"ended\""));
        assertThat(listed("--json", "--since", "2026-10-01", "--limit", "0").lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(".*\"published_at\":\"2026-1[0-2].*"));
    }

    @Test
    void showsNoMoreThanWasAskedFor() {
        assertThat(listed("--json", "--limit", "3").lines()).hasSize(3);
        assertThat(listed("--json", "--limit", "0").lines()).hasSizeGreaterThan(50);
    }

    @Test
    void printsCsvWithAHeading() {
        assertThat(listed("--csv", "--program", "smiles", "--limit", "2").out())
                .startsWith("id,kind,program,origins,bonus_pct,base_pct,start,end,title,url,source,published_at,gain,"
                        + "origin_airport,origin_city,dest_airport,dest_city,cabin,miles,taxes_brl,trip,travel_from,"
                        + "travel_to,rate_max,rate_base,rate_unit,shops,plan,monthly_price_brl,"
                        + "score,score_freshness,score_provenance,score_structure,score_hit_rate,"
                        + "rank_12_months,of_12_months,rank_ever,of_ever,best_since,record,"
                        + "origin_rank_12_months,origin_of_12_months,origin_rank_ever,origin_of_ever,"
                        + "origin_best_since,origin_record\r\n")
                .contains(",smiles,");
    }

    @Test
    void printsATableForPeople() {
        assertThat(listed("--program", "smiles").out()).contains("PROGRAMA", "VALIDADE", "Smiles");
        assertThat(listed("--program", "smiles", "--lang", "en").out()).doesNotContain("VALIDADE");
    }

    @Test
    void showsWhatAFareAnEarningAndAClubOffer() {
        assertThat(listed("--kind", "award_fare", "--limit", "0").out())
                .contains("DETALHES", "GRU → REC", "18.000 mi + R$ 35,75", "viagens de 01/11/2026 a 30/11/2026");
        assertThat(listed("--kind", "earn_multiplier", "--limit", "0").out())
                .contains("Polishop, Pontofrio", "10 pts/R$");
        assertThat(listed("--kind", "club", "--limit", "0").out()).contains("plano 20.000", "R$ 778,00/mês");
        assertThat(listed("--kind", "points_purchase", "--limit", "0", "--lang", "en")
                        .out())
                .contains("DETAILS", "discount");
        assertThat(listed("--csv", "--kind", "earn_multiplier", "--limit", "0").out())
                .contains(",BRL,Polishop|Pontofrio,");
    }

    @Test
    void showsScoresAndRanks() throws JsonProcessingException {
        assertThat(listed("--program", "smiles").out()).contains("NOTA", "COMPARAÇÃO", "MESMA ORIGEM");
        assertThat(listed("--program", "smiles", "--lang", "en").out()).contains("SCORE", "COMPARED", "SAME ORIGIN");
        assertThat(listed("--kind", "award_fare").out()).contains("NOTA").doesNotContain("COMPARAÇÃO");
        for (String line :
                listed("--json", "--kind", "transfer_bonus", "--limit", "0").lines()) {
            JsonNode promo = new ObjectMapper().readTree(line);
            assertThat(promo.path("score").decimalValue()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            assertThat(promo.path("score_parts")).hasSize(4);
            assertThat(promo.path("standing").isObject())
                    .isEqualTo(promo.path("bonus_pct").isNumber());
        }
    }

    @Test
    void refusesAnOrderThatThereIsNot() {
        Ended run = promos("--sort", "title");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("\"title\" não serve para --sort");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void followsTheWeightsInForce() throws JsonProcessingException {
        Ended run = CommandRun.in(home, DATABASE)
                .with("MILESBOT_SCORE_WEIGHTS", "freshness=0,provenance=0,structure=1,hit_rate=0")
                .run("promos", "--json", "--limit", "0");

        assertThat(run.lines()).isNotEmpty();
        for (String line : run.lines()) {
            JsonNode promo = new ObjectMapper().readTree(line);
            assertThat(promo.path("score").asDouble())
                    .isCloseTo(100 * promo.path("score_parts").path("structure").asDouble(), within(0.06));
        }
    }

    @Test
    void hasNoColumnForDetailsWhereThereAreNone() {
        assertThat(listed("--kind", "transfer_bonus").out()).doesNotContain("DETALHES");
    }

    @Test
    void saysThatThereIsNone() {
        Ended run = promos("--program", "aadvantage", "--kind", "internal_transfer");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("nenhuma promoção com esses filtros");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesWhatIsNoProgram() {
        Ended run = promos("--program", "Smiles!");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("\"Smiles!\" não é um programa");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesTwoFormsAtOnce() {
        Ended run = promos("--csv", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--csv e --json não combinam");
        assertThat(run.out()).isEmpty();
    }
}
