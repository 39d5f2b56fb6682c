package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareChange;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.terminal.TerminalRequest;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.plugin.seatmap.SeatmapFactory;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.testing.TestDatabase;

/** The plug-in seatmap over the real database. */
class SeatmapTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 10);
    private static final long ANA = 7;

    private final SettableClock clock = SettableClock.at(NOON);
    private final TestDatabase test = TestDatabase.migrated();
    private final PluginSchema tables =
            PluginSchema.current(test.database(), "seatmap", new SeatmapFactory().migrations());

    @AfterEach
    void close() {
        tables.close();
        test.close();
    }

    private TestingPluginContext context() {
        return new TestingPluginContext(
                Map.of("watches", "3"), clock, new CannedFetcher(clock), announcement -> List.of(), tables);
    }

    private Plugin plugin() {
        return new SeatmapFactory().create(context());
    }

    private Message said(long chat, int command, String words) throws Exception {
        Recipient asker = new Recipient(chat, chat, Locale.forLanguageTag("pt-BR"), Set.of());
        BotRequest request = new BotRequest(asker, words, null, false, false, null, clock.instant());
        BotReply reply = plugin().botCommands().get(command).answer(request).get(0);
        return reply instanceof BotReply.Say say
                ? say.message()
                : reply instanceof BotReply.Show show ? show.message() : ((BotReply.Ask) reply).message();
    }

    private String watched(long chat, String words) throws Exception {
        return said(chat, 0, words).html();
    }

    private static FareChange seats(LocalDate day, Cabin cabin, @Nullable Integer seats) {
        return new FareChange(
                new AwardFare(
                        new ProgramId("smiles"),
                        "GRU",
                        "LIS",
                        day,
                        cabin,
                        88_000,
                        new BigDecimal("350.5"),
                        seats,
                        0,
                        List.of("TP"),
                        NOON,
                        URI.create("https://example.org/book?a=1&b=2")),
                false);
    }

    private static FareChange seats(@Nullable Integer seats) {
        return seats(MARCH, Cabin.BUSINESS, seats);
    }

    private static FareChange gone() {
        return new FareChange(seats(2).fare(), true);
    }

    private long learned(FareChange... changes) throws Exception {
        return plugin().jobs()
                .get(0)
                .run(new JobContext(clock.instant(), null, List.of(), List.of(), List.of(changes), List.of()))
                .counts()
                .getOrDefault("openings", 0L);
    }

    private List<Note> told() throws Exception {
        return plugin().jobs().get(1).run(JobContext.at(clock.instant(), null)).notes();
    }

    private String ran(int command, boolean isJson, String... words) throws Exception {
        StringWriter out = new StringWriter();
        plugin().commands()
                .get(command)
                .run(new TerminalRequest(
                        List.of(words),
                        Path.of("."),
                        InputStream.nullInputStream(),
                        new PrintWriter(out, true),
                        isJson,
                        Locale.ENGLISH));
        return out.toString();
    }

    @Test
    void keepsTheContractAlsoWithTables() throws Exception {
        watched(1, "GRU LIS 2027-03 executiva 2");

        PluginContract.verify(new SeatmapFactory(), context());
    }

    @Test
    void tellsWhenThereAreEnoughSeats() throws Exception {
        assertThat(watched(ANA, "GRU LIS 2027-03 executiva 2"))
                .contains("GRU → LIS, executiva, de 01/03/2027 a 31/03/2027, 2 assentos")
                .doesNotContain("Já há");

        assertThat(learned(seats(1))).isZero();
        assertThat(learned(seats(2), seats(MARCH.plusDays(1), Cabin.BUSINESS, 4)))
                .isEqualTo(2);
        List<Note> notes = told();

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.chatId()).isEqualTo(ANA);
            assertThat(note.key()).isEqualTo("opened:" + NOON.toEpochMilli());
            assertThat(note.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
            assertThat(note.message().html().lines())
                    .containsExactly(
                            "💺 <b>Abriu assento</b>",
                            "10/03/2027 GRU → LIS, executiva: 2 assentos, 88.000 milhas + R$ 350,50 (Smiles), direto"
                                    + " · <a href=\"https://example.org/book?a=1&amp;b=2\">reservar</a>",
                            "11/03/2027 GRU → LIS, executiva: 4 assentos, 88.000 milhas + R$ 350,50 (Smiles), direto"
                                    + " · <a href=\"https://example.org/book?a=1&amp;b=2\">reservar</a>");
        });
        assertThat(learned(seats(2), seats(3))).as("told before").isZero();
        assertThat(told())
                .as("the same key")
                .extracting(Note::key)
                .containsExactly(notes.get(0).key());
    }

    @Test
    void tellsOfNothingElse() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva 2");

        long openings = learned(
                seats(MARCH, Cabin.FIRST, 4),
                seats(MARCH, Cabin.ECONOMY, 9),
                seats(MARCH.plusDays(40), Cabin.BUSINESS, 4),
                seats(MARCH.plusDays(1), Cabin.BUSINESS, null));

        assertThat(openings).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void takesAnUnknownNumberForOne() throws Exception {
        watched(ANA, "GRU LIS 2027-03-10 executiva");

        assertThat(learned(seats(null))).isOne();
        assertThat(told().get(0).message().html()).contains("ao menos 1 assento,");
    }

    @Test
    void tellsAgainWhatOpensAgainOnAnotherDay() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva 2");
        learned(seats(2));
        clock.advance(HOUR);
        learned(gone());
        assertThat(told()).as("it is gone before anybody is told").isEmpty();

        clock.advance(HOUR);
        assertThat(learned(seats(2))).as("at most once a day").isZero();
        learned(gone());
        clock.advance(Duration.ofDays(1));

        assertThat(learned(seats(2))).isOne();
        assertThat(told())
                .extracting(Note::key)
                .containsExactly("opened:" + clock.instant().toEpochMilli());
    }

    @Test
    void saysAtOnceWhatIsOpenAlready() throws Exception {
        learned(seats(4));

        assertThat(watched(ANA, "GRU LIS 2027-03 executiva 2")).contains("Já há agora:", "4 assentos");
        assertThat(learned(seats(5))).isZero();
    }

    @Test
    void asksForWhatIsWaitedFor() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva 2");
        watched(8, "GRU LIS 2027-03 executiva");
        watched(8, "VCP MAD 2027-01-10 primeira");

        assertThat(plugin().fareQueries())
                .extracting(FareQuery::origins, FareQuery::from, FareQuery::cabin)
                .hasSize(2)
                .first()
                .asString()
                .contains("GRU", "2027-03-01", "business");
    }

    @Test
    void limitsWhatOnePersonWaitsFor() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva");
        watched(ANA, "GRU LIS 2027-04 executiva");
        watched(ANA, "GRU LIS 2027-05 executiva");
        watched(ANA, "GRU LIS 2027-05 executiva 3");

        assertThatThrownBy(() -> watched(ANA, "GRU LIS 2027-06 executiva")).hasMessageContaining("/assentos");
        assertThat(said(ANA, 1, "").html().lines()).hasSize(4).last().asString().contains("3 assentos");
    }

    @Test
    void endsAWatchByItsButton() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva");
        Button end = said(ANA, 1, "").buttons().get(0).get(0);
        String words = String.valueOf(end.data()).substring("assentos:".length());

        said(8, 1, words);
        assertThat(said(ANA, 1, "").buttons()).as("nobody else ends it").hasSize(1);
        assertThat(said(ANA, 1, words).html()).contains("não espera nenhum assento");
        assertThat(learned(seats(2))).isZero();
    }

    @Test
    void asksForTheWordsThatAreMissing() throws Exception {
        assertThat(watched(ANA, "")).contains("Exemplo: GRU LIS 2027-03 executiva 2");
    }

    @Test
    void putsManyIntoOneNote() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva");
        learned(IntStream.range(0, 20)
                .mapToObj(day -> seats(MARCH.plusDays(day), Cabin.BUSINESS, 2))
                .toArray(FareChange[]::new));

        assertThat(told())
                .singleElement()
                .satisfies(note -> assertThat(note.message().html().lines())
                        .hasSize(17)
                        .last()
                        .asString()
                        .contains("mais 5 voos"));
    }

    @Test
    void leavesOutWhatANoteHasNoRoomFor() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva");
        learned(IntStream.range(0, 12)
                .mapToObj(day -> seats(MARCH.plusDays(day), Cabin.BUSINESS, 2).fare())
                .map(fare -> new FareChange(
                        new AwardFare(
                                fare.program(),
                                "GRU",
                                "LIS",
                                fare.date(),
                                fare.cabin(),
                                fare.miles(),
                                null,
                                2,
                                null,
                                List.of(),
                                NOON,
                                URI.create("https://example.org/?" + "&".repeat(100))),
                        false))
                .toArray(FareChange[]::new));

        assertThat(told())
                .singleElement()
                .satisfies(note -> assertThat(note.message().html())
                        .hasSizeBetween(3_000, Note.LONGEST)
                        .containsPattern("mais [2-9] voos"));
    }

    @Test
    void forgetsWhatIsOver() throws Exception {
        watched(ANA, "GRU LIS 2026-11-22 executiva");
        learned(seats(LocalDate.of(2026, 11, 22), Cabin.BUSINESS, 2));
        clock.advance(Duration.ofDays(3));
        learned();

        assertThat(said(ANA, 1, "").html()).contains("não espera");
        assertThat(ran(1, false, "GRU", "LIS")).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void showsTheOperatorWhatThereIs() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva 2");
        watched(8, "GRU LIS 2027-03 executiva 2");
        learned(seats(2));

        assertThat(ran(0, false)).isEqualToIgnoringNewLines("GRU\tLIS\t2027-03-01\t2027-03-31\tbusiness\t2\t2");
        assertThat(ran(0, true)).contains("\"origin\":\"GRU\"", "\"people\":2").doesNotContain("chat");
        assertThat(ran(1, false, "gru", "lis")).startsWith("2027-03-10\tbusiness\tsmiles\t2\tt\t88000\t350.5\t0\t");
        assertThat(ran(1, true, "GRU", "LIS")).contains("\"seats\":2,\"is_exact\":true");
        assertThatThrownBy(() -> ran(1, false, "GRU")).hasMessageContaining("milesbot seatmap seats GRU LIS");
    }

    @Test
    void showsAndForgetsWhatSomebodyWaitsFor() throws Exception {
        watched(ANA, "GRU LIS 2027-03 executiva 2");
        watched(8, "GRU LIS 2027-03 executiva 2");
        learned(seats(2));
        PersonalData personal = plugin().personalData().orElseThrow();

        assertThat(personal.export(ANA))
                .hasValueSatisfying(json -> assertThat(json).contains("\"watches\" : [", "\"day\":\"2027-03-10\""));
        assertThat(personal.erase(ANA)).isTrue();
        assertThat(personal.erase(ANA)).isFalse();
        assertThat(personal.export(ANA)).isEmpty();
        assertThat(told()).extracting(Note::chatId).containsExactly(8L);
    }
}
