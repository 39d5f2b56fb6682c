package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.command.CommandRun.Ended;

final class ExplainCommandTest {

    private static final String PAGE = """
            <html><head><title>Janela</title>
            <meta property="og:title" content="Bônus da Livelo para a Smiles">
            <meta property="article:published_time" content="2026-11-20T09:00:00-03:00"></head>
            <body><nav>Compre pontos com 300% de bônus</nav>
            <article><h1>Bônus da Livelo para a Smiles</h1>
            <p>Transfira pontos e ganhe até 80% de bônus, ou 60% para todos os clientes, até 30/11.</p>
            <ul><li>No ano passado foram <s>120%</s> 100%.</li></ul></article></body></html>
            """;
    private static final String LINES = """
            {"id":"a1","title":"Bônus da Livelo para a Smiles","html":"<p>Ganhe 80% até 30/11.</p>",\
            "published_at":"2026-11-20T09:00:00-03:00"}
            {"id":"a2","title":"Livelo lança novo site","html":"<p>O site mudou.</p>",\
            "published_at":"2026-11-19T09:00:00-03:00"}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path home;

    private Ended explain(String content, String... options) throws IOException {
        Path file = Files.writeString(home.resolve("post.html"), content);
        return run(file.getFileName().toString(), options);
    }

    private Ended run(String file, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "explain";
        arguments[1] = "--file";
        arguments[2] = file;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return CommandRun.in(home).run(arguments);
    }

    /** The output without its line breaks, which depend on the width. */
    private static String flowing(Ended run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void marksWhatIsMentionedWithItsRole() throws IOException {
        assertThat(flowing(explain(PAGE)))
                .contains("Publicado em 20/11/2026 09:00 (dito na página)")
                .contains("1 título Bônus da [Livelo: origem] para a [Smiles: destino]")
                .contains("ganhe até [80%: bônus, até 80%] de bônus")
                .contains("[60%: bônus, para todos] para todos os clientes, até [30/11: fim, 30/11/2026]")
                .contains("3 item {fala de outra época: No ano passado foram ~~120%~~ [100%: ?].}")
                .doesNotContain("Janela", "300%", "\u001b");
    }

    @Test
    void tellsWhichRuleSaidWhatAndWhy() throws IOException {
        assertThat(flowing(explain(PAGE)))
                .containsSubsequence("REGRAS: limpeza", "REGRAS: menções", "REGRAS: papéis", "REGRAS: promoções")
                .contains("3 “120%” struck")
                .contains("2 “30/11” → fim ← “até” date-before")
                .contains("2 “80%” → bônus ← “bônus” percent-behind")
                .contains("→ 80%, 60% weighed (as porcentagens que podem ser desta promoção)")
                .contains("→ fala de outra época ← “No ano passado” aside")
                .contains("→ livelo > smiles one-campaign (há uma campanha no anúncio)");
    }

    @Test
    void tracesEachFieldOfAPromo() throws IOException {
        assertThat(flowing(explain(PAGE)))
                .contains("PROMOÇÃO 1 de 1 kind transfer_bonus ←")
                .contains("program smiles ← “Smiles” (1)")
                .contains("origins livelo ← “Livelo” (1) named-banks (os bancos estão pelo nome)")
                .contains("bonus_pct 80 ← “80%” (2) highest (a maior porcentagem)")
                .contains("base_pct 60 ← “60%” (2) base-everyone")
                .contains("end 2026-11-30 ← “30/11” (2) window-end (o último dia)")
                .contains("não dito start");
    }

    @Test
    void speaksEnglish() throws IOException {
        assertThat(flowing(explain(PAGE, "--lang", "en")))
                .contains("TEXT AS READ", "said by the page", "[Smiles: taker]", "RULES: roles", "PROMO 1 of 1")
                .doesNotContain("REGRAS");
    }

    @Test
    void fitsEightyColumns() throws IOException {
        String address = "https://www.example.org/" + "promocao/".repeat(20);

        assertThat(explain(PAGE.replace("<ul>", "<p>" + address + "</p><ul>")).lines())
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.length() > 75);
    }

    @Test
    void coloursEachSortOfMentionAndDimsWhatIsSetAside() throws IOException {
        Ended run = explain(PAGE, "--color", "always");

        assertThat(run.out())
                .contains("\u001b[36mSmiles\u001b[0m")
                .contains("\u001b[32m80%\u001b[0m")
                .contains("\u001b[35m30/11\u001b[0m")
                .contains("\u001b[2mpassado\u001b[0m");
    }

    @Test
    void saysWhyThereIsNoPromo() throws IOException {
        assertThat(flowing(explain("<h1>Smiles lança novo site</h1><p>O site mudou.</p>")))
                .contains("NENHUMA PROMOÇÃO 1 “Smiles lança novo site” → bônus ou porcentagem, origem")
                .contains("lacking (para ser transferência bonificada, falta à frase)")
                .doesNotContain("PROMOÇÃO 1 de");
        assertThat(flowing(explain("<p>Ganhe 80%.</p>", "--title", "Leitor reclama da Smiles")))
                .contains("NENHUMA PROMOÇÃO 1 “reclama” → complaint no-offer (o título diz que não é oferta)");
    }

    @Test
    void letsNoEscapeSequencePass() throws IOException {
        String evil = "<p>Ganhe 80% \u001b[31mde b\u009b31mônus\u202e até\u0007 30/11 &#27;]0;x&#7;</p>";

        assertThat(explain(evil, "--title", "Livelo \u001b[2Jpara Smiles com 80%")
                        .out())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]")
                .contains("Livelo", "Smiles");
        assertThat(explain(evil, "--title", "\u001b[2J", "--json").out())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]")
                .contains("b\\u009b31mônus");
    }

    @Test
    void believesThePersonBeforeThePage() throws IOException {
        assertThat(flowing(explain(PAGE, "--title", "Esfera para Azul", "--published-at", "2025-12-01T10:00")))
                .contains("Publicado em 01/12/2025 10:00 (dito em --published-at)")
                .contains("[Esfera: origem] para [Azul: destino]");
    }

    @Test
    void takesNowWhereNothingSaysWhen() throws IOException {
        assertThat(flowing(explain("<h1>Livelo para Smiles</h1><p>80% de bônus</p>")))
                .contains("Publicado em 21/11/2026 09:00 (a página não diz: vale agora");
        assertThat(flowing(explain("<time datetime='2026-11-02'>2/11</time><p>80% de bônus</p>")))
                .contains("Publicado em 02/11/2026 00:00 (dito na página)");
    }

    @Test
    void readsStandardInput() {
        Ended run = CommandRun.in(home).reading(PAGE).run("explain", "--file", "-");

        assertThat(flowing(run)).contains("[Smiles: destino]");
    }

    @Test
    void readsOneOfSeveralLines() throws IOException {
        assertThat(flowing(explain(LINES, "--id", "a1")))
                .contains("dito na linha do anúncio", "PROMOÇÃO 1 de 1", "bonus_pct 80");
        assertThat(flowing(explain(LINES.lines().limit(1).toList().get(0)))).contains("PROMOÇÃO 1 de 1");
    }

    @Test
    void refusesALineThatIsNotThere() throws IOException {
        Ended none = explain(LINES);
        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("há 2 anúncios; escolha um com --id (a1, a2)");

        Ended unknown = explain(LINES, "--id", "zebra");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("nenhum anúncio com o id \"zebra\"; há, por exemplo: a1, a2");

        Ended page = explain(PAGE, "--id", "a1");
        assertThat(page.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(page.err()).contains("é uma página");
    }

    @Test
    void refusesABrokenLine() throws IOException {
        Ended run = explain("{broken");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("nenhum anúncio; linha 1: não é JSON");
    }

    @ParameterizedTest
    @CsvSource({"missing.html, o arquivo não existe", "., é uma pasta"})
    void refusesWhatIsNoFile(String name, String complaint) {
        Ended run = run(name);

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains(complaint);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG\u0000\u0001", "%PDF-1.7"})
    void refusesWhatIsNoText(String content) throws IOException {
        Ended run = explain(content);

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("erro: post.html: não é texto");
        assertThat(explain(" \n").err()).contains("erro: post.html: está vazio");
    }

    @Test
    void readsOtherCharacterSets() throws IOException {
        Path file = home.resolve("latin.html");
        Files.write(file, PAGE.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(flowing(run("latin.html"))).contains("Bônus da [Livelo: origem]");
        Files.write(file, PAGE.getBytes(StandardCharsets.UTF_16));
        assertThat(flowing(run("latin.html"))).contains("Bônus da [Livelo: origem]");
    }

    @Test
    void refusesMoreThanItReads() throws IOException {
        Ended run = explain("<p>x</p>".repeat((16 << 20) / 8 + 1));

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("passa de 16 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ontem", "2026-13-01", "2026-11-21 10:00"})
    void refusesABadDate(String written) throws IOException {
        Ended run = explain(PAGE, "--published-at", written);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("\"" + written + "\" não serve para --published-at", "2026-11-21T10:00");
    }

    @Test
    void refusesABadAddress() throws IOException {
        assertThat(explain(PAGE, "--url", "não é").err()).contains("não serve para --url");
    }

    @Test
    void printsJsonOfItsSchema() throws IOException {
        Ended run = explain(PAGE, "--json", "--url", "https://www.example.org/a");

        assertThat(run.lines()).hasSize(1);
        JsonNode line = json.readTree(run.out());
        assertThat(violations("explanation.schema.json", line)).isEmpty();
        JsonNode found = line.path("promos").get(0);
        assertThat(violations("promo.schema.json", found.path("promo"))).isEmpty();
        assertThat(line.path("id").asText()).isEqualTo("post.html");
        assertThat(found.path("promo").path("url").asText()).isEqualTo("https://www.example.org/a");
        assertThat(found.path("fields").path("end").path("rule").asText()).isEqualTo("window-end");
        JsonNode place = found.path("fields").path("end").path("place");
        assertThat(line.path("text")
                        .asText()
                        .substring(
                                place.path("start").asInt(), place.path("end").asInt()))
                .isEqualTo("30/11");
        assertThat(StreamSupport.stream(line.path("said").spliterator(), false)
                        .filter(said -> said.path("rule").asText().equals("date-before"))
                        .map(said -> said.path("cue").path("words").asText()))
                .containsExactly("até");
    }

    @Test
    void keepsToItsSchemaForLabelledAnnouncements() throws IOException {
        Path cases = Path.of("..", "scrapers", "src", "test", "resources", "announcements", "permanent.jsonl");
        List<String> lines = Files.readAllLines(cases, StandardCharsets.UTF_8);

        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            Ended run = explain(line, "--json");
            assertThat(violations("explanation.schema.json", json.readTree(run.out())))
                    .as(line)
                    .isEmpty();
            assertThat(explain(line).exitCode()).as(line).isZero();
        }
    }

    @Test
    void helpsInBothLanguages() {
        assertThat(CommandRun.in(home).run("explain", "--help").out())
                .contains(
                        "Explica uma promoção guardada",
                        "[PROMO_ID]",
                        "O código da promoção",
                        "milesbot explain --file anuncio.html");
        assertThat(CommandRun.in(home)
                        .with("MILESBOT_LANG", "en")
                        .run("explain", "--help")
                        .out())
                .contains("Explains a promo that is kept", "The id of the promo", "milesbot explain --file post.html");
    }

    @Test
    void isCompleted() {
        assertThat(Objects.requireNonNull(
                        CommandRun.in(home).run("completion", "bash").out()))
                .contains("explain", "--published-at");
    }

    private static Iterable<?> violations(String schema, JsonNode value) throws IOException {
        String written = Files.readString(Path.of("..", "docs", "schemas", schema));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(written)
                .validate(value, asked -> asked.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
