package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.terminal.TerminalRequest;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.plugin.wallet.WalletFactory;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.testing.TestDatabase;

/** The wallet plug-in as its users have it: loaded from a folder, with tables of its own. */
class WalletPluginTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    private static final long ANA = 70;

    @TempDir
    private Path temporary;

    private final SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");
    private TestDatabase test;
    private Plugins plugins;
    private LoadedPlugin wallet;

    @BeforeEach
    void install() throws IOException {
        Path folder = new PluginDirectory(temporary).install("wallet", PluginDirectory.locationOf(WalletFactory.class));
        Files.copy(PluginDirectory.locationOf(CsvReader.class), folder.resolve("fastcsv.jar"));
        test = TestDatabase.migrated();
        PluginSettings settings = new PluginSettings(temporary.resolve("plugins"), null, Map.of());
        PluginContexts contexts =
                (id, own) -> new TestingPluginContext(own, clock, new CannedFetcher(clock), announcement -> List.of());
        plugins = PluginLoader.load(
                settings,
                List.of(),
                contexts.with((id, migrations) -> Optional.of(PluginSchema.current(test.database(), id, migrations))));
        wallet = plugins.named("wallet");
    }

    @AfterEach
    void close() {
        plugins.close();
        test.close();
    }

    @Test
    void keepsTheContractWithTables() {
        try (PluginSchema tables = PluginSchema.current(test.database(), "wallet", new WalletFactory().migrations())) {
            PluginContract.verify(
                    new WalletFactory(),
                    new TestingPluginContext(
                            Map.of(), clock, new CannedFetcher(clock), announcement -> List.of(), tables));
        }
    }

    @Test
    void takesDownWhatPeopleSayAndShowsIt() {
        assertThat(answer("")).contains("Sua carteira está vazia");
        assertThat(answer("livelo 42.300\nlivelo 5.000 vence 31/01/2027\nsmiles 12,5 mil vence 2027-03-01"))
                .contains("<b>Livelo</b>, 42.300 pontos", "5.000 pontos de <b>Livelo</b> vencem em 31/01/2027")
                .contains("Aviso 90, 60, 30 e 7 dias antes");

        assertThat(answer(""))
                .contains("<b>Livelo</b>: 42.300 (em 22/11/2026)", "5.000 vencem em 31/01/2027 (em 70 dias)")
                .contains("<b>Smiles</b>: saldo não informado", "12.500 vencem em 01/03/2027 (em 99 dias)");
    }

    @Test
    void takesAllLinesOrNone() {
        PluginException e = catchThrowableOfType(PluginException.class, () -> answer("livelo 42.300\nlivello 1"));

        assertThat(e.text().in(PORTUGUESE)).contains("você quis dizer Livelo?");
        assertThat(answer("")).contains("Sua carteira está vazia");
    }

    @Test
    void saysThatABalanceIsFromBeforePointsExpired() {
        answer("livelo 42.300\nlivelo 5.000 vence 23/11/2026");
        clock.show(Instant.parse("2026-11-24T12:00:00Z"));

        assertThat(answer("")).contains("⚠️ 5.000 venceram em 23/11/2026: confira o saldo");
        answer("livelo 37.300");
        assertThat(answer("")).doesNotContain("venceram");
    }

    @Test
    void forgetsWhatItIsTold() {
        answer("livelo 42.300\nlivelo 5.000 vence 31/01/2027\nlivelo 6.000 vence 01/03/2027\nsmiles 1.000");

        assertThat(answer("apagar livelo 31/01/2027")).contains("Apagado: Livelo");
        assertThat(answer("")).contains("42.300", "6.000").doesNotContain("5.000 vencem");
        answer("livelo 0 vence 01/03/2027");
        assertThat(answer("")).doesNotContain("6.000");
        assertThat(answer("apagar livelo")).contains("Apagado");
        assertThat(answer("apagar livelo")).contains("Não há nada anotado");
        assertThat(answer("")).contains("Smiles").doesNotContain("Livelo");

        assertThat(replies("apagar tudo", false)).singleElement().isInstanceOf(BotReply.Confirm.class);
        assertThat(answer("")).contains("Smiles");
        assertThat(html(replies("apagar tudo", true))).contains("foi apagada");
        assertThat(answer("")).contains("vazia");
    }

    @Test
    void warnsOnceEachTimeTheDayComesNearer() {
        answer("livelo 5.000 vence 31/01/2027\nsmiles 7.000 vence 31/01/2027\nazul 9.000 vence 01/12/2027");

        // 70 days before: of the four, the one of 90 days.
        List<Note> first = run(null);
        assertThat(first).singleElement().satisfies(note -> {
            assertThat(note.chatId()).isEqualTo(ANA);
            assertThat(note.key()).isEqualTo("livelo:2027-01-31:90");
            assertThat(note.message().html())
                    .contains("Pontos vencem em 31/01/2027</b> (em 70 dias)", "• Livelo: 5.000", "• Smiles: 7.000");
            assertThat(note.expiresAt()).isEqualTo(Instant.parse("2027-02-01T03:00:00Z"));
        });
        // That run failed before milesbot had the notes: they come again.
        assertThat(run(null)).isEqualTo(first);
        Instant done = clock.instant();
        clock.show(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(run(done)).isEmpty();

        clock.show(Instant.parse("2026-12-02T12:00:00Z"));
        assertThat(run(done)).extracting(Note::key).containsExactly("livelo:2027-01-31:60");
        done = clock.instant();
        // Nobody ran it for a while: of those of 30 and of 7 days before, only the nearer is told.
        clock.show(Instant.parse("2027-01-31T12:00:00Z"));
        assertThat(run(done)).singleElement().satisfies(note -> {
            assertThat(note.key()).isEqualTo("livelo:2027-01-31:7");
            assertThat(note.message().html()).contains("(hoje)");
        });
        done = clock.instant();
        clock.show(Instant.parse("2027-02-01T12:00:00Z"));
        assertThat(run(done)).isEmpty();
    }

    @Test
    void warnsOfWhatIsEnteredLaterForTheSameDay() {
        answer("livelo 5.000 vence 12/12/2026");
        assertThat(run(null)).extracting(Note::key).containsExactly("livelo:2026-12-12:30");
        Instant done = clock.instant();
        clock.show(Instant.parse("2026-11-22T13:00:00Z"));
        answer("azul 800 vence 12/12/2026");

        assertThat(run(done)).singleElement().satisfies(note -> {
            assertThat(note.key()).isEqualTo("azul:2026-12-12:30");
            assertThat(note.message().html()).contains("Azul Fidelidade: 800").doesNotContain("Livelo");
        });
    }

    @Test
    void showsAndForgetsAPerson() throws Exception {
        answer("livelo 42.300\nlivelo 5.000 vence 31/01/2027");
        run(null);
        PersonalData kept = wallet.personalData().orElseThrow();

        assertThat(kept.export(ANA))
                .hasValueSatisfying(json -> assertThat(json)
                        .contains("{\"program\":\"livelo\",\"points\":42300,\"entered_on\":\"2026-11-22\"}")
                        .contains("\"day\":\"2027-01-31\"", "\"days_before\":90"));
        assertThat(kept.export(ANA + 1)).isEmpty();
        assertThat(kept.erase(ANA)).isTrue();
        assertThat(kept.export(ANA)).isEmpty();
        assertThat(kept.erase(ANA)).isFalse();
    }

    @Test
    void importsListsAndExports() throws IOException {
        Files.write(
                temporary.resolve("saldos.csv"),
                "programa;pontos;vence\nItaú;42,3 mil;\nlivelo;5.000;31/01/2027\n"
                        .getBytes(Charset.forName("windows-1252")));

        assertThat(terminal("import", false, "saldos.csv", "--chat", "70"))
                .isEqualTo("2 linhas importadas, de 1 pessoa.\n");
        assertThat(terminal("list", false)).isEqualTo("70  Itaú: 42.300\n70  Livelo: 5.000 vencem em 31/01/2027\n");
        assertThat(terminal("list", true, "--chat=70"))
                .startsWith("{\"chat\":70,\"program\":\"itau\",\"points\":42300,\"expires\":null}\n");
        String exported = terminal("export", false);
        assertThat(exported).isEqualTo("chat,programa,pontos,vence\n70,itau,42300,\n70,livelo,5000,2027-01-31\n");

        Files.writeString(temporary.resolve("de-volta.csv"), exported);
        assertThat(terminal("import", true, "de-volta.csv")).isEqualTo("{\"people\":1,\"lines\":2}\n");
        assertThat(terminal("export", false)).isEqualTo(exported);
    }

    @Test
    void importsNothingOfAFileWithAMistake() throws IOException {
        Files.writeString(temporary.resolve("saldos.csv"), "programa;pontos\nlivelo;42.300\nsmiles;muitos\n");

        MilesbotException e = catchThrowableOfType(
                MilesbotException.class, () -> terminal("import", false, "saldos.csv", "--chat", "70"));

        assertThat(e.text().in(PORTUGUESE)).contains("linha 3: \"muitos\" não é uma quantidade de pontos");
        assertThat(terminal("list", false)).contains("Nenhuma carteira");
        MilesbotException none = catchThrowableOfType(
                MilesbotException.class, () -> terminal("import", false, "outro.csv", "--chat", "70"));
        assertThat(none.text().in(PORTUGUESE)).contains("outro.csv: esse arquivo não existe");
    }

    private List<Note> run(@Nullable Instant lastSuccess) {
        return wallet.jobs()
                .get(0)
                .run(JobContext.at(clock.instant(), lastSuccess))
                .notes();
    }

    private String answer(String words) {
        return html(replies(words, false));
    }

    private List<BotReply> replies(String words, boolean isConfirmed) {
        Recipient ana = new Recipient(7, ANA, PORTUGUESE, Set.of());
        BotRequest request = new BotRequest(ana, words, null, isConfirmed, false, null, clock.instant());
        try {
            return wallet.botCommands().get(0).answer(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String html(List<BotReply> replies) {
        assertThat(replies).hasSize(1);
        BotReply reply = replies.get(0);
        Message message = reply instanceof BotReply.Say say
                ? say.message()
                : reply instanceof BotReply.Show show
                        ? show.message()
                        : reply instanceof BotReply.Ask ask ? ask.message() : ((BotReply.Confirm) reply).message();
        return message.html();
    }

    private String terminal(String name, boolean isJson, String... words) {
        StringWriter out = new StringWriter();
        TerminalRequest request = new TerminalRequest(
                List.of(words),
                temporary,
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, true),
                isJson,
                PORTUGUESE);
        wallet.commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(request);
        return out.toString().replace("\r", "");
    }
}
