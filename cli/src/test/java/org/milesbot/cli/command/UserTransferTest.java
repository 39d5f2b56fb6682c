package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.RandomProfiles;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserFilter;
import org.milesbot.store.user.Users;

@TestInstance(Lifecycle.PER_CLASS)
class UserTransferTest {

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

    private Ended imported(String lines, String... options) {
        List<String> arguments = new ArrayList<>(List.of("users", "import", "-"));
        arguments.addAll(List.of(options));
        return CommandRun.in(home, database).reading(lines).run(arguments.toArray(String[]::new));
    }

    private List<Profile> kept() {
        return users.list(UserFilter.MEMBERS, 0, 1_000).stream()
                .map(User::profile)
                .map(profile -> profile.withRoutes(
                        profile.routes().stream().map(route -> route.withId(0)).toList()))
                .toList();
    }

    @Test
    void bringsBackWhatItWrote() throws IOException {
        List<Profile> profiles = new RandomProfiles(21).list(60);
        users.save(profiles);

        Ended written = run("users", "export", "pessoas.jsonl");
        Ended printed = run("users", "export");
        Path file = home.resolve("pessoas.jsonl");

        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.err()).contains("60 pessoas escritas em pessoas.jsonl.");
        assertThat(file).hasContent(printed.out());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        for (String line : printed.lines()) {
            assertThat(ImportCommandTest.violations("user.schema.json", line))
                    .as(line)
                    .isEmpty();
        }
        Ended again = run("users", "import", "pessoas.jsonl");
        assertThat(again.err())
                .contains("Nenhuma pessoa nova, nenhuma mudou, 60 ficaram como estavam, nenhuma linha recusada");
        clear();
        Ended back = run("users", "import", "pessoas.jsonl", "--json");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.out())
                .isEqualToIgnoringNewLines("{\"dry_run\":false,\"added\":60,\"changed\":0,\"same\":0,\"refused\":0,"
                        + "\"refusals\":[],\"notes\":[]}");
        assertThat(kept()).containsExactlyElementsOf(profiles);
    }

    @Test
    void takesTheShortestLine() {
        Ended run =
                imported("\uFEFF{\"telegram_id\":7}\n\n  \n{\"telegram_id\":-1001234567890,\"name\":\"Grupo\"}\r\n");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(kept())
                .containsExactly(
                        Profile.of(7, "", CommandRun.NOW), Profile.of(-1001234567890L, "Grupo", CommandRun.NOW));
    }

    @Test
    void changesWhatTheLineSaysAndNoMore() {
        run("users", "add", "7", "--name", "Ana", "threshold=80", "quiet=22-7", "min_bonus.smiles=90");
        run("users", "route", "add", "7", "GRU", "LIS");

        Ended run = imported("{\"telegram_id\":7,\"settings\":{\"threshold\":50.5,\"kinds\":[]},\"routes\":[]}");

        assertThat(run.err()).contains("uma mudou");
        User ana = users.findByTelegram(7).orElseThrow();
        assertThat(ana.name()).isEqualTo("Ana");
        assertThat(ana.config().bar().threshold()).isEqualByComparingTo("50.5");
        assertThat(ana.config().follows().kinds()).isEmpty();
        assertThat(ana.config().quiet().hours()).hasToString("22:00-07:00");
        assertThat(ana.programs()).hasSize(1);
        assertThat(ana.routes()).isEmpty();
    }

    private record Bad(String line, @Nullable String field, String why) {}

    private static final List<Bad> BAD = List.of(
            new Bad("nonsense", null, "não é um objeto JSON"),
            new Bad("[1]", "telegram_id", "falta o campo \"telegram_id\""),
            new Bad("{\"telegram_id\":101} {}", null, "não é um objeto JSON"),
            new Bad("{\"telegram_id\":102,\"name\":\"a\",\"name\":\"b\"}", null, "não é um objeto JSON"),
            new Bad("{\"name\":\"Ana\"}", "telegram_id", "a linha mais curta que serve é {\"telegram_id\":123456789}"),
            new Bad("{\"telegram_id\":\"7\"}", "telegram_id", "-1001234567890 para um grupo"),
            new Bad("{\"telegram_id\":0}", "telegram_id", "o certo é o número do chat"),
            new Bad("{\"telegram_id\":1e400}", "telegram_id", "o certo é o número do chat"),
            new Bad("{\"telegram_id\":99999999999999999999}", "telegram_id", "o certo é o número do chat"),
            new Bad(
                    "{\"telegram_id\":103,\"nmae\":\"Ana\"}",
                    "nmae",
                    "não existe o campo \"nmae\"; você quis dizer name?"),
            new Bad("{\"telegram_id\":104,\"settings\":7}", "settings", "o certo é um objeto JSON"),
            new Bad("{\"telegram_id\":105,\"settings\":{\"treshold\":7}}", "treshold", "você quis dizer threshold?"),
            new Bad(
                    "{\"telegram_id\":106,\"settings\":{\"threshold\":1e999999999}}",
                    "threshold",
                    "o certo é um texto, um número"),
            new Bad(
                    "{\"telegram_id\":107,\"settings\":{\"threshold\":{}}}",
                    "threshold",
                    "o certo é um texto, um número"),
            new Bad("{\"telegram_id\":108,\"settings\":{\"mute.smiles\":\"7d\"}}", "mute.smiles", "não existe o campo"),
            new Bad(
                    "{\"telegram_id\":109,\"settings\":{\"quiet\":\"25:00-07:00\"}}",
                    "quiet",
                    "por exemplo, 22:00-07:00"),
            new Bad("{\"telegram_id\":110,\"settings\":{\"zone\":\"SystemV/PST8\"}}", "zone", "America/Manaus"),
            new Bad(
                    "{\"telegram_id\":111,\"settings\":{\"programs\":[\"smils\"]}}",
                    "programs",
                    "você quis dizer smiles?"),
            new Bad("{\"telegram_id\":112,\"programs\":{\"smils\":{}}}", "programs.smils", "você quis dizer smiles?"),
            new Bad(
                    "{\"telegram_id\":113,\"programs\":{\"azul\":{\"mutd_until\":1}}}",
                    "programs.azul.mutd_until",
                    "você quis dizer programs.azul.muted_until?"),
            new Bad(
                    "{\"telegram_id\":114,\"programs\":{\"azul\":{\"muted_until\":\"7d\"}}}",
                    "programs.azul.muted_until",
                    "2026-11-21T12:00:00Z"),
            new Bad("{\"telegram_id\":115,\"routes\":[{\"from\":[\"GRU\"]}]}", "routes[0].to", "falta routes[0].to"),
            new Bad(
                    "{\"telegram_id\":116,\"routes\":[{\"from\":[\"G\"],\"to\":[\"LIS\"]}]}",
                    "routes[0].from",
                    "por exemplo GRU,VCP"),
            new Bad(
                    "{\"telegram_id\":117,\"routes\":[{\"from\":[\"GRU\"],\"to\":[\"LIS\"],\"max_miles\":-1}]}",
                    "routes[0].max_miles",
                    "acima de 0"),
            new Bad("{\"telegram_id\":118,\"created_at\":\"ontem\"}", "created_at", "2026-11-21T12:00:00Z"),
            new Bad(
                    "{\"telegram_id\":119,\"reminders\":[{\"promo\":\"x\"}]}",
                    "reminders[0].promo",
                    "o código inteiro de uma promoção"));

    @Test
    void saysWhatIsWrongWithALineAndTakesTheOthers() throws IOException {
        String lines = BAD.stream().map(Bad::line).collect(Collectors.joining("\n"));

        Ended json = imported(lines, "--json", "--dry-run");
        Ended run = imported("{\"telegram_id\":1}\n" + lines + "\n{\"telegram_id\":2}\n");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("2 pessoas novas", BAD.size() + " linhas recusadas");
        assertThat(kept()).extracting(Profile::telegramId).containsExactly(1L, 2L);
        assertThat(ImportCommandTest.violations("user-import.schema.json", json.out()))
                .isEmpty();
        JsonNode report = new ObjectMapper().readTree(json.out());
        assertThat(report.path("refused").intValue()).isEqualTo(BAD.size());
        for (int i = 0; i < BAD.size(); i++) {
            Bad bad = BAD.get(i);
            JsonNode refusal = report.path("refusals").path(i);
            assertThat(refusal.path("line").intValue()).isEqualTo(i + 1);
            assertThat(refusal.path("field").textValue()).as(bad.line()).isEqualTo(bad.field());
            assertThat(refusal.path("why").textValue()).as(bad.line()).contains(bad.why());
            assertThat(run.err())
                    .contains("erro: linha " + (i + 2) + ": "
                            + refusal.path("why").textValue());
        }
    }

    @Test
    void refusesTheSecondLineOfAChat() {
        Ended run = imported("{\"telegram_id\":1,\"name\":\"a\"}\n{\"telegram_id\":1,\"name\":\"b\"}\n");

        assertThat(run.err()).contains("linha 2: o campo \"telegram_id\" é o mesmo da linha 1");
        assertThat(kept()).extracting(Profile::name).containsExactly("a");
    }

    @Test
    void keepsNothingOnTrial() {
        Ended run = imported("{\"telegram_id\":1}\n", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Nada foi guardado. Seriam: uma pessoa nova");
        assertThat(kept()).isEmpty();
    }

    @Test
    void leavesOutRemindersOfPromosThatItDoesNotHave() {
        Ended run = imported("{\"telegram_id\":1,\"reminders\":[{\"promo\":\"" + UUID.randomUUID()
                + "\",\"asked_at\":\"2026-11-21T12:00:00Z\"}]}");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(kept()).containsExactly(Profile.of(1, "", CommandRun.NOW));
    }

    @Test
    void tellsOfNoMoreThanAThousandRefusals() {
        Ended run = imported("x\n".repeat(1_500));

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err().lines()).hasSize(1_002);
        assertThat(run.err()).contains("e mais 500 linhas recusadas");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThat(run("users", "import", "nada.jsonl").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        Ended unwritable = run("users", "export", "nada/pessoas.jsonl");
        assertThat(unwritable.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(unwritable.err()).contains("nada/pessoas.jsonl: não dá para escrever");
    }
}
