package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.User;
import org.milesbot.store.user.Users;

@TestInstance(Lifecycle.PER_CLASS)
class UsersCommandTest {

    private static final String GROUP = "-1001234567890";

    private final TestDatabase database = TestDatabase.migrated();
    private final Users users = new Users(database.database());

    @TempDir
    private Path home;

    @BeforeEach
    void clear() {
        database.database().useTransaction(open -> open.execute("delete from app_user"));
    }

    @AfterAll
    void close() {
        database.close();
    }

    private Ended run(String... arguments) {
        return CommandRun.in(home, database).run(arguments);
    }

    private User user(long telegramId) {
        return users.findByTelegram(telegramId).orElseThrow();
    }

    @Test
    void addsAPersonWithSettings() {
        Ended run = run(
                "users",
                "add",
                "7000000001",
                "--name",
                "Ana",
                "programs=smiles,azul",
                "tiers=smiles:club",
                "threshold=70");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Incluído: Ana (7000000001).");
        assertThat(run.out()).isEmpty();
        User ana = user(7_000_000_001L);
        assertThat(ana.name()).isEqualTo("Ana");
        assertThat(ana.createdAt()).isEqualTo(CommandRun.NOW);
        assertThat(ana.config().follows().programs()).hasSize(2);
        assertThat(ana.config().bar().threshold()).isEqualByComparingTo("70");
    }

    @Test
    void takesTheNumbersOfGroupsAnywhere() {
        assertThat(run("users", "add", GROUP, "digest=daily").exitCode()).isZero();
        assertThat(run("users", "set", GROUP, "digest_at=18:00").exitCode()).isZero();
        assertThat(run("users", "route", "add", GROUP, "GRU", "LIS").exitCode()).isZero();
        assertThat(run("users", "disable", GROUP, "--why", "pediu").exitCode()).isZero();
        assertThat(run("users", "enable", GROUP).exitCode()).isZero();

        Ended shown = run("users", "show", GROUP);

        assertThat(shown.lines()).contains(GROUP, "  digest=daily", "  digest_at=18:00");
        assertThat(run("users", "remove", "--yes", GROUP).exitCode()).isZero();
        assertThat(users.findByTelegram(Long.parseLong(GROUP))).isEmpty();
    }

    @Test
    void printsAsTheSchemaSays() throws IOException {
        run("users", "add", "1", "--name", "\"Ana\" دانا 😀");
        run("users", "set", "1", "quiet=22:00-07:00", "min_bonus=82,5", "mute.smiles=7d", "min_bonus.azul=90");
        run("users", "route", "add", "1", "GRU,VCP", "LIS", "2027-03", "business", "90k");
        run("users", "disable", "1");
        run("users", "add", "2");

        Ended list = run("users", "list", "--json");
        Ended one = run("users", "show", "1", "--json");

        assertThat(list.lines()).hasSize(2).first().isEqualTo(one.out().strip());
        for (String line : list.lines()) {
            assertThat(ImportCommandTest.violations("user.schema.json", line)).isEmpty();
        }
        assertThat(one.out())
                .contains(
                        "\"telegram_id\":1,\"name\":\"\\\"Ana\\\" دانا 😀\"",
                        "\"created_at\":\"2026-11-21T09:00:00-03:00\"",
                        "\"why\":\"disabled by the operator\"",
                        "\"min_bonus\":82.5",
                        "\"quiet\":\"22:00-07:00\"",
                        "\"smiles\":{\"min_bonus\":null,\"muted_until\":\"2026-11-28T09:00:00-03:00\"}",
                        "\"from\":[\"GRU\",\"VCP\"],\"to\":[\"LIS\"],\"cabin\":\"business\",\"max_miles\":90000,"
                                + "\"travel_from\":\"2027-03-01\",\"travel_to\":\"2027-03-31\"");
    }

    @Test
    void everyChangePrintsWhatItCameTo() throws IOException {
        users.add(Profile.of(1, "Ana", CommandRun.NOW));
        for (String[] command : List.of(
                new String[] {"users", "set", "1", "threshold=80", "--json"},
                new String[] {"users", "route", "add", "1", "GRU", "LIS", "--json"},
                new String[] {"users", "disable", "1", "--json"},
                new String[] {"users", "enable", "1", "--json"})) {
            Ended run = run(command);

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.lines()).hasSize(1);
            assertThat(ImportCommandTest.violations("user.schema.json", run.out()))
                    .isEmpty();
        }
        assertThat(run("users", "remove", "1", "--yes", "--json").out().strip())
                .isEqualTo("{\"telegram_id\":1,\"removed\":true,\"failed_plugins\":[]}");
    }

    @Test
    void listsThoseWhoAreWanted() {
        run("users", "add", "11", "programs=smiles");
        run("users", "add", "12", "programs=azul");
        run("users", "add", "13");
        run("users", "disable", "13");

        assertThat(run("users", "list").lines()).hasSize(4).last().asString().contains("13", "desligados", "all");
        assertThat(run("users", "list", "--disabled").out()).contains("13").doesNotContain("12");
        assertThat(run("users", "list", "--program", "smiles").out())
                .contains("11", "13")
                .doesNotContain("12");
        Ended first = run("users", "list", "--limit", "1", "--json");
        assertThat(first.lines()).singleElement().asString().contains("\"telegram_id\":11");
        assertThat(first.err()).contains("Há mais do que 1");
        assertThat(run("users", "list", "--limit", "0").lines()).hasSize(4);
        Ended wrong = run("users", "list", "--program", "smils");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("\"smils\" não serve para --program; você quis dizer smiles?");
    }

    @Test
    void saysAllThatIsWrongAtOnceAndChangesNothing() {
        run("users", "add", "1");

        Ended run = run("users", "set", "1", "threshold=70", "treshold=80", "quiet=25-7");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("há 2 enganos:")
                .contains("não existe a configuração \"treshold\"; você quis dizer threshold?")
                .contains("\"25-7\" não serve para quiet; o certo é, por exemplo, 22:00-07:00");
        assertThat(user(1).config().bar().threshold()).isEqualByComparingTo("60");
        assertThat(CommandRun.in(home, database)
                        .with("MILESBOT_LANG", "en")
                        .run("users", "set", "1", "treshold=80")
                        .err())
                .contains("there is no setting \"treshold\"; did you mean threshold?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users | diga o que fazer com as pessoas",
                "users route | diga o que fazer com as rotas",
                "users show 99 | ninguém está cadastrado com o chat 99",
                "users set 1 | falta informar: KEY=VALUE",
                "users add @ana | \"@ana\" não é o número de um chat no Telegram",
                "users add 9223372036854775808 | não é o número de um chat",
                "users add 1 | o chat 1 já está cadastrado",
                "users add 5 --nome Ana | opção desconhecida: --nome",
                "users lst | argumento desconhecido: lst; você quis dizer list?",
                "users list --limit -1 | \"-1\" não serve para --limit",
                "users route add 1 --from GRU | falta --to",
                "users route remove 1 5 | não há rota 5",
                "users remove 1 | não há terminal para perguntar; com --yes"
            })
    void saysWhatIsWrong(String command, String why) {
        users.add(Profile.of(1, "Ana", CommandRun.NOW));

        Ended run = run(command.split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(why);
        assertThat(run.out()).isEmpty();
        assertThat(user(1).name()).isEqualTo("Ana");
    }

    @Test
    void keepsRoutes() {
        run("users", "add", "1");

        Ended added = run(
                "users",
                "route",
                "add",
                "1",
                "--from",
                "GRU,VCP",
                "--to",
                "LIS,MAD",
                "--cabin",
                "business",
                "--max-miles",
                "90000",
                "--months",
                "2027-03..2027-05");

        long id = user(1).routes().get(0).id();
        assertThat(added.err()).contains("Rota " + id + " guardada: GRU,VCP LIS,MAD 2027-03..2027-05 business 90000.");
        assertThat(run("users", "route", "add", "1", "vcp,gru mad,lis 2027-03..2027-05 executiva até 90k")
                        .err())
                .contains("Rota " + id + " guardada");
        assertThat(run("users", "show", "1").lines())
                .contains("  rota " + id + ": GRU,VCP LIS,MAD 2027-03..2027-05 business 90000");
        assertThat(run("users", "route", "remove", "1", "999999").err()).contains("as rotas são " + id);
        Ended removed = run("users", "route", "remove", "1", Long.toString(id));
        assertThat(removed.exitCode()).isZero();
        assertThat(removed.err()).contains("Rota " + id + " apagada");
        assertThat(user(1).routes()).isEmpty();
    }

    @Test
    void asksBeforeItRemoves() {
        run("users", "add", "1", "--name", "Ana");

        Ended kept = CommandRun.in(home, database).onTerminal().reading("n\n").run("users", "remove", "1");
        assertThat(kept.exitCode()).isZero();
        assertThat(kept.err()).contains("Apagar Ana (1)", "[s/N]", "Nada foi apagado");
        CommandRun.in(home, database).onTerminal().reading("").run("users", "remove", "1");
        assertThat(user(1).name()).isEqualTo("Ana");

        Ended removed =
                CommandRun.in(home, database).onTerminal().reading("Sim\n").run("users", "remove", "1");
        assertThat(removed.err()).contains("1 foi apagado");
        assertThat(users.findByTelegram(1)).isEmpty();
    }

    @Test
    void keepsHostileNamesHarmless() {
        Ended added = run("users", "add", "1", "--name", "a\u0000b\u001b[2J\u202Ec\nd");
        Ended long10k = run("users", "set", "1", "name=" + "x".repeat(10_000));

        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(user(1).name()).isEqualTo("ab [2J c d");
        assertThat(added.err()
                        + run("users", "list").out()
                        + run("users", "show", "1").out())
                .doesNotContain("\u001b", "\u202E");
        assertThat(long10k.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(long10k.err()).contains("até 200 caracteres").hasSizeLessThan(700);
    }

    @Test
    void saysWhichNamesAreNew() {
        Ended run = run("users", "add", "1", "programs=pontos_do_ze", "min_bonus.pontos_do_ze=50");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).containsOnlyOnce("\"pontos_do_ze\" é um nome novo");
        assertThat(user(1).profile().choice(new ProgramId("pontos_do_ze")).minBonus())
                .isEqualTo(Percent.of(50));
    }

    @Test
    void helpsInBothLanguages() {
        for (String[] command : List.of(
                new String[] {"users", "--help"},
                new String[] {"users", "route", "add", "--help"},
                new String[] {"users", "import", "--help"})) {
            Ended portuguese = CommandRun.in(home).run(command);
            Ended english = CommandRun.in(home).with("MILESBOT_LANG", "en").run(command);

            assertThat(portuguese.out())
                    .contains("Uso: milesbot users", "Exemplos:")
                    .doesNotContain("Usage");
            assertThat(english.out()).contains("Usage: milesbot users", "Examples:");
        }
        assertThat(CommandRun.in(home).run("users", "set", "--help").out())
                .contains("mute.smiles=7d|2027-03-01|off", "KEY=VALUE...", "A configuração e o novo valor");
    }
}
