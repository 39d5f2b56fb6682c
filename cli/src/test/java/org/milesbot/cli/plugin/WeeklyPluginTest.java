package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.job.ProgramForecast;
import org.milesbot.api.job.SettledCampaign;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.plugin.weekly.WeeklyFactory;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.testing.TestDatabase;

/** The weekly plug-in as its users have it: loaded from a folder, with tables of its own. */
class WeeklyPluginTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    private static final long ANA = 70;
    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @TempDir
    private Path temporary;

    private final SettableClock clock = SettableClock.at("2026-11-24T12:00:00Z");
    private final Set<UUID> told = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private Optional<String> written = Optional.empty();
    private TestDatabase test;
    private Plugins plugins;
    private LoadedPlugin weekly;

    @BeforeEach
    void install() throws IOException {
        new PluginDirectory(temporary).install("weekly", PluginDirectory.locationOf(WeeklyFactory.class));
        test = TestDatabase.migrated();
        PluginSettings settings = new PluginSettings(temporary.resolve("plugins"), null, Map.of());
        ToldCampaigns known = (chat, campaigns) -> {
            Set<UUID> both = new HashSet<>(campaigns);
            both.retainAll(told);
            return both;
        };
        PluginContexts contexts =
                (id, own) -> new TestingPluginContext(own, clock, new CannedFetcher(clock), announcement -> List.of())
                        .with(known)
                        .with((chat, language, facts) -> {
                            asked.add(chat + " " + language.getLanguage() + " " + facts);
                            return written;
                        });
        plugins = PluginLoader.load(
                settings,
                List.of(),
                contexts.with((id, migrations) -> Optional.of(PluginSchema.current(test.database(), id, migrations))));
        weekly = plugins.named("weekly");
    }

    @AfterEach
    void close() {
        plugins.close();
        test.close();
    }

    @Test
    void keepsTheContractWithTables() {
        try (PluginSchema tables = PluginSchema.current(test.database(), "weekly", new WeeklyFactory().migrations())) {
            PluginContract.verify(
                    new WeeklyFactory(),
                    new TestingPluginContext(
                            Map.of(), clock, new CannedFetcher(clock), announcement -> List.of(), tables));
        }
    }

    @Test
    void isSwitchedOnAndOffAndMoved() {
        assertThat(answer("").html()).contains("Resumo semanal desligado", "sexta-feira, 18h");
        assertThat(answer("").buttons()).hasSize(1);
        assertThat(answer("on").html()).contains("Resumo semanal ligado</b>: sexta-feira, 18h");
        assertThat(answer("domingo às 10h").html()).contains("domingo, 10h");
        assertThat(answer("on").html()).contains("domingo, 10h");
        PluginException e = catchThrowableOfType(PluginException.class, () -> answer("todo dia"));
        assertThat(e.text().in(PORTUGUESE)).contains("Exemplos: sexta 18h");
        assertThat(answer("off").html()).contains("desligado");
        assertThat(answer("").html()).contains("desligado");
    }

    @Test
    void tellsOnceAWeekWhatWasMissedAndWhatIsForecast() {
        answer("on");
        learn();
        told.add(SECOND);
        written = Optional.of("Uma campanha & tanto.");

        assertThat(digests(null)).isEmpty();
        clock.show(Instant.parse("2026-11-27T21:00:10Z"));
        List<Note> notes = digests(Instant.parse("2026-11-27T20:00:00Z"));

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.chatId()).isEqualTo(ANA);
            assertThat(note.key()).isEqualTo("2026-11-27");
            assertThat(note.expiresAt()).isEqualTo(Instant.parse("2026-11-29T21:00:00Z"));
            assertThat(note.message().html())
                    .contains("<i>Uma campanha &amp; tanto.</i>", "Smiles dá 80%</a> · <b>80%</b> · até 30/11")
                    .contains("• Smiles: 35% de chance em 7 dias, 80% em 30; bônus típico de 82,5%")
                    .doesNotContain("Azul dá 100%", "Velha");
        });
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("70 pt Campanhas")
                .doesNotContain("Smiles dá");

        // That run failed before milesbot had the note: it comes again, and no more after one that went well.
        clock.show(Instant.parse("2026-11-27T21:01:10Z"));
        assertThat(digests(Instant.parse("2026-11-27T20:00:00Z")))
                .extracting(Note::key)
                .containsExactly("2026-11-27");
        assertThat(digests(Instant.parse("2026-11-27T21:01:00Z"))).isEmpty();
    }

    @Test
    void sendsNothingWhereThereIsNothingToTell() {
        answer("on");
        clock.show(Instant.parse("2026-11-27T21:00:10Z"));

        assertThat(digests(null)).isEmpty();
    }

    @Test
    void showsAndForgetsAPerson() throws Exception {
        PersonalData kept = weekly.personalData().orElseThrow();
        assertThat(kept.export(ANA)).isEmpty();
        answer("on");

        assertThat(kept.export(ANA))
                .hasValueSatisfying(json -> assertThat(json).contains("\"weekday\"", "\"last_digest\""));
        assertThat(kept.erase(ANA)).isTrue();
        assertThat(kept.export(ANA)).isEmpty();
        assertThat(kept.erase(ANA)).isFalse();
    }

    private void learn() {
        run(
                "campaigns",
                new JobContext(
                        clock.instant(),
                        null,
                        List.of(),
                        List.of(
                                campaign(FIRST, "smiles", 80, "Smiles dá 80%", "2026-11-22T12:00:00Z"),
                                campaign(SECOND, "azul", 100, "Azul dá 100%", "2026-11-22T12:00:00Z"),
                                campaign(UUID.randomUUID(), "tap", 90, "Velha", "2026-11-10T12:00:00Z"))));
        ProgramForecast forecast = new ProgramForecast(
                new ProgramId("smiles"),
                LocalDate.of(2026, 11, 23),
                Percent.of(35),
                Percent.of(80),
                Percent.of("82.5"));
        run("forecasts", new JobContext(clock.instant(), null, List.of(), List.of(), List.of(), List.of(forecast)));
    }

    private static SettledCampaign campaign(UUID id, String program, int percent, String title, String at) {
        Promo promo = Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(program))
                .bonus(new Bonus(Percent.of(percent), null, List.of(), null, null))
                .window(new Window(null, Moment.of(LocalDate.of(2026, 11, 30))))
                .build();
        return new SettledCampaign(id, promo, title, URI.create("https://www.example.org/x"), Instant.parse(at));
    }

    private List<Note> digests(@Nullable Instant lastSuccess) {
        return run("digest", JobContext.at(clock.instant(), lastSuccess)).notes();
    }

    private JobResult run(String name, JobContext context) {
        return weekly.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(context);
    }

    private Message answer(String words) {
        Recipient ana = new Recipient(7, ANA, PORTUGUESE, Set.of());
        BotRequest request = new BotRequest(ana, words, null, false, false, null, clock.instant());
        try {
            List<BotReply> replies = weekly.botCommands().get(0).answer(request);
            assertThat(replies).hasSize(1);
            return ((BotReply.Show) replies.get(0)).message();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
