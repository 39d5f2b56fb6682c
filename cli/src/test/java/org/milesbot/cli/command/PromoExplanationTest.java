package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.testing.TestDatabase;

final class PromoExplanationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private TestDatabase database;

    @BeforeEach
    void openDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Ended run(String... arguments) {
        return CommandRun.in(home, database).run(arguments);
    }

    private void tell(Provenance provenance, String source, String at, Promo promo, String title) {
        Instant published =
                LocalDate.parse(at).atTime(12, 0).atZone(Zones.SAO_PAULO).toInstant();
        Sighting sighting = new Sighting(
                promo,
                new SourceId(source),
                provenance,
                title,
                URI.create("https://example.org/" + source + "/" + at),
                published);
        new Sightings(database.database()).store("blogs", 1, published, List.of(new Sighted(source + at, sighting)));
    }

    private static Promo transfer(String origins, int percent, @Nullable String start, @Nullable String end) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                .origins(Pattern.compile(",")
                        .splitAsStream(origins)
                        .map(OriginId::new)
                        .toList())
                .bonus(Bonus.of(Percent.of(percent), null))
                .window(new Window(moment(start), moment(end)))
                .build();
    }

    private static @Nullable Moment moment(@Nullable String day) {
        return day == null ? null : Moment.parse(day);
    }

    /** Raised after two days, prolonged on its last one, and over. */
    private void tellOfALongCampaign() {
        tell(Provenance.BLOG, "passageiro", "2026-11-10", transfer("livelo", 80, "2026-11-10", "2026-11-15"), "80%!");
        tell(Provenance.CHANNEL, "promos", "2026-11-11", transfer("livelo", 80, null, null), "Corre");
        Promo raised = Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                .origins(List.of(new OriginId("livelo")))
                .bonus(new Bonus(
                        Percent.of(100),
                        Percent.of(60),
                        List.of(new Tier(Audience.CLUB, "Clube Smiles", Percent.of("82.5"))),
                        null,
                        null))
                .window(new Window(moment("2026-11-10"), moment("2026-11-15")))
                .build();
        tell(Provenance.OFFICIAL, "smiles_campaigns", "2026-11-12", raised, "Subiu para 100%");
        tell(Provenance.BLOG, "melhores", "2026-11-15", transfer("livelo", 100, null, "2026-11-18"), "Prorrogado");
    }

    private void tellOfARaise() {
        tell(Provenance.BLOG, "passageiro", "2026-11-18", transfer("livelo", 80, "2026-11-20", "2026-11-25"), "80%!");
        tell(Provenance.BLOG, "melhores", "2026-11-20", transfer("livelo", 100, "2026-11-20", "2026-11-25"), "100%!");
        run("dedupe", "--quiet");
    }

    private UUID onlyPromo() {
        assertThat(promos()).hasSize(1);
        return promos().get(0);
    }

    private List<UUID> promos() {
        return Samples.listed(new Promos(database.database()), PromoFilter.ALL).stream()
                .map(PromoRow::id)
                .toList();
    }

    private String explained(String... options) {
        Ended run = run(options);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    /** The output without its line breaks, which depend on the width. */
    private static String flowing(String out) {
        return out.replaceAll("\\s+", " ");
    }

    @Test
    void tellsTheLifeOfACampaign() {
        tellOfALongCampaign();
        run("dedupe", "--quiet");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .startsWith("Smiles · transferência · de Livelo · até 100%, 60% para todos, 82,5% para Clube Smiles ·"
                        + " 10/11 a 18/11/2026 Subiu para 100% encerrada (decidido em 21/11/2026 09:00) · "
                        + onlyPromo())
                .containsSubsequence(
                        "O QUE ACONTECEU",
                        "10/11/2026 anunciada",
                        "12/11/2026 subiu para 100% (antes 80%)",
                        "15/11/2026 prorrogada até 18/11/2026 (antes 15/11/2026)",
                        "18/11/2026 último dia",
                        "19/11/2026 encerrada (valeu até 18/11/2026)");
    }

    @Test
    void tellsWhoSaidWhatAndWhyItIsOneCampaign() {
        tellOfALongCampaign();
        run("dedupe", "--quiet");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .contains(
                        "4 RELATOS nº 1 10/11/2026 12:00 · passageiro · blog de Livelo · até 80% · 10/11 a 15/11/2026"
                                + " 80%! https://example.org/passageiro/2026-11-10 começou a campanha nº 2",
                        "nº 2 11/11/2026 12:00 · promos · canal de Livelo · até 80% · sem datas Corre"
                                + " https://example.org/promos/2026-11-11 mesma campanha do nº 1: mesma origem,"
                                + " mesmo percentual, um não tem datas e saiu enquanto o outro valia, saíram no mesmo"
                                + " dia ou no seguinte · folga de 5 pontos nº 3",
                        "nº 3 12/11/2026 12:00 · smiles_campaigns · oficial",
                        "/2026-11-12 daqui vêm: título e endereço, origem, percentuais, início mesma campanha",
                        "/2026-11-15 daqui vem: fim mesma campanha do nº 3: mesma origem, mesmo percentual,"
                                + " o mais novo diz que foi prorrogada · folga de 4 pontos");
    }

    @Test
    void tellsWhatDiffers() {
        tellOfARaise();

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .contains("mesma campanha do nº 1: mesma origem, mesmo início e mesmo fim · difere: percentual maior"
                        + " no mais novo · folga de 1 ponto");
    }

    @Test
    void speaksEnglish() {
        tellOfARaise();

        assertThat(flowing(explained("explain", onlyPromo().toString(), "--lang", "en")))
                .startsWith("Smiles · transfer · from Livelo · up to 100% · 20/11 to 25/11/2026 100%! open (settled on"
                        + " 21/11/2026 09:00)")
                .contains(
                        "raised to 100% (before 80%)",
                        "2 SIGHTINGS #1",
                        "same campaign as #1: same origin, same start and same end · differs: higher percentage in"
                                + " the later one · 1 point to spare")
                .doesNotContain("nº", "relato", "campanha");
    }

    @Test
    void fitsEightyColumnsButForAddresses() {
        tellOfALongCampaign();
        run("dedupe", "--quiet");

        assertThat(explained("explain", onlyPromo().toString()).lines())
                .filteredOn(line -> !line.contains("https://"))
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.length() > 70);
    }

    @Test
    void coloursOnlyWhereItIsWanted() {
        tellOfALongCampaign();
        run("dedupe", "--quiet");
        String id = onlyPromo().toString();

        assertThat(explained("explain", id)).doesNotContain("\u001b");
        assertThat(explained("explain", id, "--color", "always")).contains("\u001b[1mnº 1\u001b[0m");
    }

    @Test
    void letsNoEscapeSequencePass() {
        tell(
                Provenance.BLOG,
                "passageiro",
                "2026-11-20",
                transfer("livelo", 80, null, "2026-11-25"),
                "80% \u009b31mvermelho\u202e");
        run("dedupe", "--quiet");
        String id = onlyPromo().toString();

        assertThat(explained("explain", id)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        assertThat(explained("explain", id, "--json"))
                .contains("\\u009b31mvermelho\\u202e")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    }

    @Test
    void saysThatItIsNotSettledYet() {
        tell(Provenance.BLOG, "passageiro", "2026-11-20", transfer("livelo", 80, null, "2026-11-25"), "80%!");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .contains("ainda não decidida · " + onlyPromo(), "\"milesbot dedupe\" decide", "UM RELATO nº 1")
                .doesNotContain("O QUE ACONTECEU");
    }

    @Test
    void saysThatASightingRepeatsTheFirst() {
        tell(Provenance.BLOG, "passageiro", "2026-11-20", transfer("livelo", 80, "2026-11-20", "2026-11-25"), "80%!");
        tell(Provenance.BLOG, "melhores", "2026-11-21", transfer("livelo", 80, "2026-11-20", "2026-11-25"), "80%!");
        run("dedupe", "--quiet");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .contains("começou a campanha nº 2", "diz o mesmo que o nº 1");
    }

    @Test
    void takesNoPercentagesWhereThereAreNone() {
        Promo fare = Promo.builder(PromoKind.AWARD_FARE, new ProgramId("smiles"))
                .fare(new Fare(Place.city("SAO"), Place.city("REC"), null, 19_400L, null, null, TravelDates.UNKNOWN))
                .build();
        tell(Provenance.BLOG, "passageiro", "2026-11-20", fare, "Recife por 19,4 mil");
        run("dedupe", "--quiet");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .startsWith("Smiles · passagem · SAO → REC · 19.400 mi · sem datas Recife por 19,4 mil valendo")
                .contains("daqui vêm: título e endereço, condições começou a campanha");
    }

    @Test
    void pointsToTheOldestOfThoseThatSayTheSame() {
        tell(Provenance.BLOG, "melhores", "2026-11-19", transfer("livelo", 80, "2026-11-18", "2026-11-25"), "80%!");
        tell(Provenance.BLOG, "passageiro", "2026-11-18", transfer("livelo", 80, "2026-11-18", "2026-11-25"), "80%!");
        tell(Provenance.BLOG, "pontos", "2026-11-20", transfer("livelo", 80, null, "2026-11-25"), "Acaba dia 25");
        run("dedupe", "--quiet");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .containsSubsequence("nº 1 18/11/2026", "nº 3 20/11/2026", "mesma campanha do nº 1:");
    }

    @Test
    void doubtsAnEndThatIsTooFar() {
        tell(Provenance.BLOG, "passageiro", "2026-11-20", transfer("livelo", 80, null, "2027-11-25"), "80%!");
        run("dedupe", "--quiet");

        assertThat(flowing(explained("explain", onlyPromo().toString())))
                .contains("até 25/11/2027 (fim provavelmente mal lido) 80%!");
    }

    @Test
    void goesOnUnderTheIdOfTheCampaignThatItTurnedOutToBe() {
        tell(Provenance.BLOG, "passageiro", "2026-11-19", transfer("livelo", 80, null, "2026-11-25"), "Livelo");
        tell(Provenance.BLOG, "melhores", "2026-11-20", transfer("esfera", 80, null, "2026-11-25"), "Esfera");
        run("dedupe", "--quiet");
        List<UUID> before = promos();
        assertThat(before).hasSize(2);
        tell(
                Provenance.OFFICIAL,
                "smiles_campaigns",
                "2026-11-20",
                transfer("esfera,livelo", 80, "2026-11-19", "2026-11-25"),
                "As duas");
        run("dedupe", "--quiet");
        UUID alias = before.stream()
                .filter(id -> !id.equals(onlyPromo()))
                .findFirst()
                .orElseThrow();

        Ended run = run("explain", alias.toString().substring(0, 8));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("se revelou a mesma que outra e continua com o código " + onlyPromo());
        assertThat(flowing(run.out())).contains("· " + onlyPromo() + " Já teve outro código: " + alias);
        assertThat(explained("explain", onlyPromo().toString(), "--json")).contains("\"aliases\":[\"" + alias + "\"]");
    }

    @Test
    void takesTheShortIdThatTheTableShows() {
        tellOfALongCampaign();
        run("dedupe", "--quiet");
        String table = explained("promos");
        String id = table.lines().skip(1).findFirst().orElseThrow().substring(0, 8);

        assertThat(table).startsWith("CÓDIGO");
        assertThat(onlyPromo().toString()).startsWith(id);
        assertThat(explained("explain", id)).contains(onlyPromo().toString());
        assertThat(explained("explain", id.substring(0, 6).toUpperCase(Locale.ROOT)))
                .contains(onlyPromo().toString());
    }

    @Test
    void listsTheCandidatesOfAnAmbiguousBeginning() {
        tell(Provenance.BLOG, "passageiro", "2026-11-19", transfer("livelo", 80, null, "2026-11-25"), "Livelo");
        tell(Provenance.BLOG, "melhores", "2026-11-20", transfer("esfera", 80, null, "2026-11-25"), "Esfera");
        List<UUID> both = promos();
        for (int i = 0; i < both.size(); i++) {
            UUID alias = UUID.fromString("abcdef00-0000-4000-8000-00000000000" + i);
            UUID promo = both.get(i);
            database.database()
                    .useTransaction(open -> open.createUpdate(
                                    "insert into promo_alias (id, promo_id, merged_at) values (:id, :promo, now())")
                            .bind("id", alias)
                            .bind("promo", promo)
                            .execute());
        }

        Ended run = run("explain", "abcdef");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("há mais de uma promoção com código que começa por abcdef; escolha uma: ")
                .contains(both.get(0).toString(), both.get(1).toString());
    }

    @Test
    void saysThatThereIsNoSuchPromo() {
        Ended run = run("explain", "0b8b8a3e");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("não há promoção com código que comece por 0b8b8a3e", "milesbot promos --json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0b8b8", "anuncio.html", "0b8b8a3e%", "'; drop", "", "0b8b8a3e-52a8-4a4f-9a9a-0d8e7b6c5a4f0"})
    void refusesWhatIsNoId(String typed) {
        Ended run = run("explain", typed);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("não é o código de uma promoção", "como 0b8b8a3e");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wantsEitherAPromoOrAFile() {
        assertThat(run("explain").err()).contains("diga o que explicar", "milesbot explain --file anuncio.html");
        assertThat(run("explain", "0b8b8a3e", "--file", "a.html").err()).contains("uma promoção e --file não combinam");
        assertThat(run("explain", "0b8b8a3e", "--url", "https://example.org/").err())
                .contains("só servem com --file");
        assertThat(run("explain", "0b8b8a3e", "0b8b8a3f").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("explain").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void printsJsonOfItsSchema() throws IOException {
        tellOfALongCampaign();
        String unsettled = explained("explain", promos().get(0).toString(), "--json");
        assertThat(violations("dossier.schema.json", JSON.readTree(unsettled))).isEmpty();
        assertThat(JSON.readTree(unsettled).path("state").isNull()).isTrue();
        run("dedupe", "--quiet");

        String line = explained("explain", onlyPromo().toString(), "--json");

        assertThat(line.lines()).hasSize(1);
        JsonNode dossier = JSON.readTree(line);
        assertThat(violations("dossier.schema.json", dossier)).isEmpty();
        assertThat(violations("promo.schema.json", dossier.path("promo"))).isEmpty();
        for (JsonNode sighting : dossier.path("sightings")) {
            assertThat(violations("promo.schema.json", sighting.path("promo"))).isEmpty();
        }
        for (JsonNode event : dossier.path("events")) {
            assertThat(violations("event.schema.json", event)).isEmpty();
        }
        assertThat(dossier.path("state").asText()).isEqualTo("ended");
        assertThat(dossier.path("events")).hasSize(5);
        assertThat(dossier.path("sightings")).hasSize(4);
    }

    @Test
    void printsTheReasonsAsJson() throws IOException {
        tellOfARaise();

        JsonNode dossier = JSON.readTree(explained("explain", onlyPromo().toString(), "--json"));

        JsonNode first = dossier.path("sightings").get(0);
        JsonNode second = dossier.path("sightings").get(1);
        assertThat(first.path("reason").isNull()).isTrue();
        assertThat(second.path("reason").path("like")).isEqualTo(first.path("number"));
        assertThat(second.path("reason").path("agreed"))
                .extracting(JsonNode::asText)
                .containsExactly("same_origins", "same_window");
        assertThat(second.path("reason").path("differed"))
                .extracting(JsonNode::asText)
                .containsExactly("raised_percent");
        assertThat(second.path("reason").path("margin").asInt()).isEqualTo(1);
        assertThat(dossier.path("told").path("bonus")).isEqualTo(second.path("number"));
        assertThat(dossier.path("told").path("terms").isNull()).isTrue();
    }

    @Test
    void eventsOfDedupeKeepToTheirSchema() throws IOException {
        tellOfALongCampaign();
        tell(Provenance.BLOG, "passageiro", "2026-08-01", transfer("esfera", 70, null, null), "Sem datas");

        List<String> lines = run("dedupe", "--json").lines();

        assertThat(lines).hasSize(7);
        for (String line : lines) {
            assertThat(violations("event.schema.json", JSON.readTree(line)))
                    .as(line)
                    .isEmpty();
        }
        assertThat(violations("event.schema.json", JSON.readTree(lines.get(0).replace("\"created\"", "\"ending\""))))
                .isNotEmpty();
    }

    private static Iterable<?> violations(String schema, JsonNode value) throws IOException {
        String written = Files.readString(Path.of("..", "docs", "schemas", schema));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(written)
                .validate(value, asked -> asked.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
