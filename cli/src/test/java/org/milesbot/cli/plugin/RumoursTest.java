package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.job.SettledCampaign;
import org.milesbot.api.notify.Note;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.plugin.rumours.RumoursFactory;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.testing.TestDatabase;

/** The plug-in rumours over the real database, with the real reader of announcements. */
class RumoursTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String RUMOUR = "Transfira pontos da Livelo para a Smiles e ganhe 100% de bônus até 30/11";

    @TempDir
    private Path inbox;

    private final SettableClock clock = SettableClock.at(NOON);
    private final TestDatabase test = TestDatabase.migrated();
    private final PluginSchema tables =
            PluginSchema.current(test.database(), "rumours", new RumoursFactory().migrations());

    @AfterEach
    void close() {
        tables.close();
        test.close();
    }

    private TestingPluginContext context() {
        return new TestingPluginContext(
                Map.of("inbox", inbox.toString(), "per_day", "3"),
                clock,
                new CannedFetcher(clock),
                new PromoExtractor(),
                tables);
    }

    private Plugin plugin() {
        return new RumoursFactory().create(context());
    }

    private String said(long chat, int command, String words) throws Exception {
        Recipient asker = new Recipient(chat, chat, Locale.forLanguageTag("pt-BR"), Set.of());
        BotRequest request = new BotRequest(asker, words, null, false, false, null, clock.instant());
        BotReply reply = plugin().botCommands().get(command).answer(request).get(0);
        return reply instanceof BotReply.Say say ? say.message().html() : reply.toString();
    }

    private String reported(long chat, String words) throws Exception {
        return said(chat, 0, words);
    }

    private String own(long chat) throws Exception {
        return said(chat, 1, "");
    }

    private JobResult worked(String job, SettledCampaign... campaigns) throws Exception {
        Job found = plugin().jobs().stream()
                .filter(each -> each.name().equals(job))
                .findFirst()
                .orElseThrow();
        return found.run(new JobContext(clock.instant(), null, List.of(), List.of(campaigns)));
    }

    private SettledCampaign announced(Provenance provenance, Instant at, String offer) {
        Promo promo = Offers.offer(offer);
        return new SettledCampaign(
                UUID.nameUUIDFromBytes(offer.getBytes(Charset.forName("UTF-8"))),
                promo,
                "Smiles <100%>",
                URI.create("https://example.org/smiles?a=1&b=2"),
                at,
                provenance,
                at);
    }

    private SettledCampaign announced(Instant at, String offer) {
        return announced(Provenance.OFFICIAL, at, offer);
    }

    private String ran(String... words) throws Exception {
        TerminalCommand command = plugin().commands().stream()
                .filter(each -> each.name().equals(words[0]))
                .findFirst()
                .orElseThrow();
        List<String> own =
                Stream.of(words).skip(1).filter(word -> !word.equals("--json")).toList();
        StringWriter out = new StringWriter();
        command.run(new TerminalRequest(
                own,
                inbox,
                InputStream.nullInputStream(),
                new PrintWriter(out, true),
                List.of(words).contains("--json"),
                Locale.ENGLISH));
        return out.toString();
    }

    @Test
    void keepsTheContractAlsoWithTables() throws Exception {
        reported(1, RUMOUR);

        PluginContract.verify(new RumoursFactory(), context());
    }

    @Test
    void keepsWhatIsReportedAndTellsNobody() throws Exception {
        String answer = reported(7, RUMOUR);

        assertThat(answer).contains("em quarentena", "Smiles: 100%", "Livelo", "até 30/11/2026", "14 dias");
        assertThat(own(7)).contains("21/11/2026: Smiles: 100%", "em quarentena", "nenhum rumor seu foi decidido");
        assertThat(worked("thanking").notes()).isEmpty();
    }

    @Test
    void thanksAndCreditsWhoWasAhead() throws Exception {
        reported(7, "[20/11/2026 14:05] Fulano: " + RUMOUR);
        clock.advance(HOUR.multipliedBy(26));

        JobResult confirmed = worked("confirming", announced(clock.instant(), "livelo,esfera 100/80 ..2026-11-30"));
        worked("confirming", announced(clock.instant(), "livelo,esfera 100/80 ..2026-11-30"));
        List<Note> notes = worked("thanking").notes();

        assertThat(confirmed.counts()).containsEntry("decided", 1L);
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.chatId()).isEqualTo(7);
            assertThat(note.key()).isEqualTo("confirmed:1");
            assertThat(note.message().html())
                    .contains("Você acertou", "26 h antes", "Smiles &lt;100%&gt;", "a=1&amp;b=2", "1 confirmado de 1");
        });
        assertThat(worked("thanking").notes()).isEqualTo(notes);
        assertThat(own(7)).contains("confirmado", "1 confirmado de 1 (100%), em média 26 h antes");
    }

    @Test
    void takesNoOtherCampaignForIt() throws Exception {
        reported(7, RUMOUR);
        clock.advance(HOUR);
        Instant now = clock.instant();

        JobResult result = worked(
                "confirming",
                announced(now, "livelo 90 ..2026-11-30"),
                announced(now, "esfera 100 ..2026-11-30"),
                announced(now, "livelo 100 ..2026-11-24"),
                announced(Provenance.RUMOUR, now, "livelo 100 2026-11-21..2026-11-30"),
                announced(NOON.minus(Duration.ofDays(20)), "livelo 100 .."));

        assertThat(result.counts()).containsEntry("decided", 0L);
        assertThat(own(7)).contains("em quarentena");
    }

    @Test
    void saysAtOnceThatItWasAnnouncedBefore() throws Exception {
        worked("confirming", announced(NOON.minus(HOUR), "* 100 ..2026-11-30"));

        assertThat(reported(7, RUMOUR)).contains("já foi anunciado em 21/11/2026", "https://example.org/smiles");
        assertThat(worked("thanking").notes()).isEmpty();
        assertThat(own(7)).contains("já anunciado", "nenhum rumor seu foi decidido");
    }

    @Test
    void takesWhatIsOpenStillForKnownHoweverOldItIs() throws Exception {
        worked("confirming", announced(NOON.minus(Duration.ofDays(20)), "livelo 100 ..2026-12-01"));

        assertThat(reported(7, RUMOUR)).contains("já foi anunciado em 01/11/2026");
    }

    @Test
    void takesTheSameTextForOneRumour() throws Exception {
        reported(7, RUMOUR);

        assertThat(reported(8, "  " + RUMOUR.toUpperCase(Locale.ROOT) + "\n")).contains("já tinha sido registrado");
        assertThat(own(8)).contains("ainda não registrou");
    }

    @Test
    void expiresWhatNobodyConfirms() throws Exception {
        reported(7, RUMOUR);
        clock.advance(Duration.ofDays(14).plus(HOUR));

        assertThat(worked("confirming").counts()).containsEntry("expired", 1L);
        assertThat(own(7)).contains("ninguém confirmou", "nenhum confirmado de 1 (0%)");
        assertThat(worked("confirming", announced(clock.instant(), "livelo 100 ..2026-12-30"))
                        .counts())
                .containsEntry("decided", 0L);
    }

    @Test
    void limitsWhatOnePersonReportsOnADay() throws Exception {
        for (int i = 0; i < 3; i++) {
            reported(7, RUMOUR.replace("100%", 60 + i + "%"));
        }

        assertThat(reported(7, RUMOUR)).contains("já registrou 3 rumores hoje");
        assertThat(reported(8, RUMOUR)).contains("em quarentena");
        clock.advance(Duration.ofDays(1));
        assertThat(reported(7, RUMOUR.replace("100%", "70%"))).contains("em quarentena");
    }

    @Test
    void refusesWhatOffersNothingOrIsTooMuch() {
        assertThatThrownBy(() -> reported(7, "bom dia, grupo")).hasMessageContaining("/rumor Smiles");
        assertThatThrownBy(() -> reported(7, RUMOUR + "!".repeat(4_096))).hasMessageContaining("4096");
    }

    @Test
    void doesNotTakeWhatWasSaidLongAgo() throws Exception {
        assertThat(reported(7, "[01/10/2026 14:05] Fulano: " + RUMOUR)).contains("mais de 14 dias");
        assertThat(own(7)).contains("ainda não registrou");
    }

    @Test
    void takesItsOwnExample() throws Exception {
        assertThat(reported(7, plugin().botCommands().get(0).example()))
                .contains("em quarentena: Smiles: 100%", "Livelo");
        assertThat(reported(7, "75% Livelo Smiles amanhã")).contains("em quarentena: Smiles: 75%");
        assertThatThrownBy(() -> reported(7, "a Smiles caiu 50% no meu conceito"))
                .hasMessageContaining("/rumor");
    }

    @Test
    void asksForTheTextThatIsMissing() throws Exception {
        assertThat(reported(7, "")).contains("Ask", "encaminhe a mensagem");
        assertThat(plugin().botCommands().get(0).takesForwarded()).isTrue();
    }

    @Test
    void readsEachFileOfTheInboxOnce() throws Exception {
        Files.writeString(inbox.resolve("grupo.txt"), """
                21/11/2026 10:00 - Ana: bom dia
                21/11/2026 10:05 - Bia: %s
                """.formatted(RUMOUR));
        Files.write(
                inbox.resolve("antigo.txt"), RUMOUR.replace("100%", "90%").getBytes(Charset.forName("windows-1252")));
        Files.writeString(
                inbox.resolve("pagina.html"),
                "<html><script>x</script><p>" + RUMOUR.replace("100%", "85%") + "</p></html>");
        Files.write(inbox.resolve("foto.txt"), new byte[] {1, 0, 2});
        Files.writeString(inbox.resolve("longo.txt"), RUMOUR.repeat(20_000));
        Files.writeString(inbox.resolve("mensagem.eml"), RUMOUR);
        Files.createSymbolicLink(inbox.resolve("link.txt"), inbox.resolve("mensagem.eml"));

        JobResult first = worked("inbox");
        JobResult second = worked("inbox");

        assertThat(first.counts())
                .containsEntry("rumours", 3L)
                .containsEntry("refused", 2L)
                .containsEntry("files", 5L);
        assertThat(second.counts()).containsEntry("files", 0L);
        assertThat(names(inbox.resolve("done")))
                .containsExactly(
                        "20261121-120000-antigo.txt", "20261121-120000-grupo.txt", "20261121-120000-pagina.html");
        assertThat(names(inbox.resolve("refused")))
                .containsExactly("20261121-120000-foto.txt", "20261121-120000-longo.txt");
        assertThat(ran("list")).contains("1\t2026-11-21\tquarantined\tinbox\tSmiles: 90% (transfer bonus; Livelo; to ");
        assertThat(ran("show", "3")).contains("85%").doesNotContain("<p>", "<script>");
        worked("confirming", announced(NOON.plus(HOUR), "livelo 100 ..2026-11-30"));
        assertThat(ran("list", "confirmed")).contains("Smiles: 100%").doesNotContain("85%");
        assertThat(worked("thanking").notes()).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void showsTheOperatorWhatThereIs() throws Exception {
        reported(7, RUMOUR);
        reported(8, RUMOUR.replace("100%", "70%"));
        worked("confirming", announced(NOON.plus(HOUR), "livelo 100 ..2026-11-30"));

        assertThat(ran("drop", "2")).contains("Rumour 2 dropped");
        assertThatThrownBy(() -> ran("drop", "2")).hasMessageContaining("No rumour with the number 2");
        assertThatThrownBy(() -> ran("show", "9")).hasMessageContaining("9");
        assertThatThrownBy(() -> ran("show")).hasMessageContaining("milesbot rumours show 12");
        assertThatThrownBy(() -> ran("list", "true")).hasMessageContaining("confirmed, dropped");
        assertThat(ran("reporters").lines())
                .containsExactly(
                        "chat\tconfirmed\tof\treported\thours ahead", "7\t100%\t1/1\t1\t1.0", "8\t0%\t0/1\t1\t0");
        assertThat(ran("reporters", "--json").lines().findFirst().orElseThrow())
                .startsWith("{\"chat_id\":7,\"reported\":1,\"confirmed\":1");
        assertThat(ran("list", "--json").lines()).hasSize(2).first().asString().contains("\"percent\" : 70");
        assertThat(ran("show", "1", "--json")).contains("\"words\":\"Transfira", "\"state\":\"confirmed\"");
    }

    @Test
    void showsAndForgetsWhatSomebodyReported() throws Exception {
        reported(7, RUMOUR);
        reported(7, RUMOUR.replace("100%", "70%"));
        reported(8, RUMOUR.replace("100%", "60%"));
        worked("confirming", announced(NOON.plus(HOUR), "livelo 100 ..2026-11-30"));
        PersonalData personal = plugin().personalData().orElseThrow();

        assertThat(personal.export(7))
                .hasValueSatisfying(json -> assertThat(json)
                        .contains("100% de bônus", "70% de bônus", "\"is_cut\" : false")
                        .doesNotContain("60%"));
        assertThat(personal.erase(7)).isTrue();
        assertThat(personal.erase(7)).isFalse();
        assertThat(personal.export(7)).isEmpty();
        assertThat(worked("thanking").notes()).isEmpty();
        assertThat(ran("list").lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("confirmed\tforgotten\tSmiles: 100%"));
        assertThat(personal.export(8)).isPresent();
    }
}
