package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.plugin.sample.SampleFactory;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.testing.TestDatabase;

/** The sample plug-in as a stranger's: its jar in a folder, found and run by the real loader. */
class SamplePluginTest {

    private static final String OFFER = "2026-11-20T12:00:00Z|smiles|livelo|80|2026-11-20|2026-11-30|Livelo to Smiles";

    @TempDir
    private Path temporary;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final CannedFetcher fetcher = new CannedFetcher(clock);

    @BeforeEach
    void install() throws IOException {
        new PluginDirectory(temporary).install("sample", PluginDirectory.locationOf(SampleFactory.class));
    }

    @Test
    void isLoadedFromItsFolder() {
        try (Plugins plugins = load(Map.of())) {
            LoadedPlugin sample = plugins.named("sample");

            assertThat(sample.folder()).contains(temporary.resolve("plugins/sample"));
            assertThat(sample.version()).isEqualTo("1.0");
            assertThat(sample.schedule()).hasToString("hourly");
            assertThat(sample.categories()).containsExactly("bonus");
            assertThat(sample.sources())
                    .extracting(source -> source.id().value())
                    .containsExactly("sample_offers");
        }
    }

    @Test
    void contributesASource() {
        try (Plugins plugins = load(Map.of())) {
            Source source = plugins.named("sample").sources().get(0);
            URI address = source.addresses().get(0);
            Reading reading = source.read(new Page(address, address, clock.instant(), "text/plain", OFFER));

            List<Promo> promos = source.promos(reading.announcements().get(0), announcement -> List.of());

            assertThat(promos).extracting(promo -> promo.program().value()).containsExactly("smiles");
        }
    }

    @Test
    void contributesAScrapeThatMayBeRepeated() {
        fetcher.answer(URI.create("https://offers.example.com/archive.txt"), "text/plain", OFFER);

        try (Plugins plugins =
                load(Map.of("MILESBOT_PLUGIN_SAMPLE_ADDRESS", "https://offers.example.com/offers.txt"))) {
            List<Sighting> first = plugins.named("sample").scrape(Instant.EPOCH);

            assertThat(first).extracting(Sighting::title).containsExactly("Livelo to Smiles");
            assertThat(plugins.named("sample").scrape(Instant.EPOCH)).isEqualTo(first);
        }
    }

    @Test
    void contributesToMessages() {
        Map<String, String> own = Map.of(
                "MILESBOT_PLUGIN_SAMPLE_FOOTNOTE", "Boa viagem", "MILESBOT_PLUGIN_SAMPLE_FOLDER", temporary.toString());

        try (Plugins plugins = load(own)) {
            Messaging messaging = plugins.named("sample").messaging();

            assertThat(messaging.decorators()).hasSize(1);
            assertThat(messaging.audience()).hasSize(1);
            assertThat(messaging.channels()).extracting(Channel::id).containsExactly("sample_folder");
        }
    }

    @Test
    void hasAnOpinionOfTheForecast() {
        SignalQuestion.Series smiles = new SignalQuestion.Series(new ProgramId("smiles"), null);
        try (Plugins plugins = load(Map.of())) {
            GuardedSignal signal = plugins.named("sample").forecastSignals().get(0);

            LocalDate before = LocalDate.of(2026, 11, 30);
            assertThat(signal.opinions(new SignalQuestion(clock.instant(), before, List.of(smiles))))
                    .hasEntrySatisfying(smiles, opinion -> {
                        assertThat(opinion.method()).isEqualTo("sample.payday");
                        assertThat(opinion.factors().day7()).isEqualTo(1.2);
                        assertThat(opinion.reason().english()).contains("5th");
                    });
            LocalDate after = LocalDate.of(2026, 12, 5);
            assertThat(signal.opinions(new SignalQuestion(clock.instant(), after, List.of(smiles))))
                    .isEmpty();
        }
    }

    @Test
    void answersInTheBot() throws Exception {
        try (Plugins plugins = load(Map.of("MILESBOT_PLUGIN_SAMPLE_ADDRESS", "https://offers.example.com/"))) {
            BotCommand command = plugins.named("sample").botCommands().get(0);

            assertThat(command.name()).isEqualTo("milheiro");
            assertThat(command.help(Locale.ENGLISH)).contains("thousand");
            assertThat(command.answer(asking("70000 2450")))
                    .singleElement()
                    .asString()
                    .contains("R$ 35.00");
            assertThat(command.answer(asking(""))).singleElement().isInstanceOf(BotReply.Ask.class);
            PluginException e = catchThrowableOfType(PluginException.class, () -> command.answer(asking("dez mil")));
            assertThat(e.kind()).isEqualTo(ErrorKind.USAGE);
        }
    }

    @Test
    void contributesAPage() throws Exception {
        try (Plugins plugins = load(Map.of())) {
            WebRoute route = plugins.named("sample").webRoutes().get(0);
            WebRequest request = new WebRequest(
                    "/p/sample", Map.of(), WebFields.NONE, WebFields.NONE, Locale.ENGLISH, clock.instant());

            assertThat(route.path()).isEqualTo("/");
            assertThat(route.handler().answer(request))
                    .isInstanceOfSatisfying(
                            WebReply.Page.class,
                            page -> assertThat(page.html()).startsWith("<p>This plug-in watches "));
        }
    }

    private BotRequest asking(String words) {
        Recipient ana = new Recipient(1, 1, Locale.ENGLISH, Set.of());
        return new BotRequest(ana, words, null, false, false, null, clock.instant());
    }

    @Test
    void keepsOfPeopleWhatItWroteForThem() throws Exception {
        try (Plugins plugins = load(Map.of("MILESBOT_PLUGIN_SAMPLE_FOLDER", temporary.toString()))) {
            LoadedPlugin sample = plugins.named("sample");
            sample.messaging()
                    .channels()
                    .get(0)
                    .send(
                            new Recipient(1, 70, Locale.ENGLISH, Set.of()),
                            new Message("<b>Oi</b>", List.of(), false, null));
            PersonalData kept = sample.personalData().orElseThrow();

            assertThat(kept.export(70)).contains("{\"messages\":\"<b>Oi</b>\\n\\n\",\"is_cut\":false}");
            assertThat(kept.erase(70)).isTrue();
            assertThat(kept.export(70)).isEmpty();
        }
        try (Plugins plugins = load(Map.of())) {
            assertThat(plugins.named("sample").personalData()).isEmpty();
        }
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        try (Plugins plugins = load(Map.of("MILESBOT_PLUGIN_SAMPLE_ADRESS", "https://offers.example.com/"))) {
            PluginException e = catchThrowableOfType(
                    PluginException.class, () -> plugins.named("sample").sources());

            assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(e).hasMessageContaining("MILESBOT_PLUGIN_SAMPLE_ADDRESS");
        }
    }

    @Test
    void keepsThingsInTablesOfItsOwn() throws Exception {
        try (TestDatabase test = TestDatabase.migrated();
                Plugins plugins = load(Map.of(), test)) {
            LoadedPlugin sample = plugins.named("sample");
            BotCommand remind = sample.botCommands().get(1);
            GuardedJob reminders = sample.jobs().get(1);

            remind.answer(asking("2026-11-21 comprar <milhas>"));
            JobResult told = reminders.run(JobContext.at(clock.instant(), null));

            assertThat(reminders.phase()).isEqualTo(JobPhase.NOTIFY);
            assertThat(told.notes()).singleElement().satisfies(note -> {
                assertThat(note.chatId()).isOne();
                assertThat(note.message().html()).contains("comprar &lt;milhas&gt;");
                assertThat(note.expiresAt()).isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
            });
            PersonalData kept = sample.personalData().orElseThrow();
            assertThat(kept.export(1))
                    .contains("{\"reminders\":[{\"day\":\"2026-11-21\",\"words\":\"comprar <milhas>\"}]}");
            assertThat(kept.erase(1)).isTrue();
            assertThat(kept.export(1)).isEmpty();
        }
    }

    @Test
    void keepsTheContractAlsoWithTables() {
        try (TestDatabase test = TestDatabase.migrated();
                PluginSchema tables =
                        PluginSchema.current(test.database(), "sample", new SampleFactory().migrations())) {
            PluginContract.verify(
                    new SampleFactory(),
                    new TestingPluginContext(Map.of(), clock, fetcher, announcement -> List.of(), tables));
        }
    }

    @Test
    void hasNoTablesWhereItIsListed() {
        try (Plugins plugins = load(Map.of())) {
            GuardedJob reminders = plugins.named("sample").jobs().get(1);

            PluginException e = catchThrowableOfType(
                    PluginException.class, () -> reminders.run(JobContext.at(clock.instant(), null)));

            assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(e).hasMessageContaining("works without a database");
        }
    }

    private Plugins load(Map<String, String> own) {
        PluginSettings settings = new PluginSettings(temporary.resolve("plugins"), null, own);
        return PluginLoader.load(settings, List.of(), this::context);
    }

    private Plugins load(Map<String, String> own, TestDatabase test) {
        PluginSettings settings = new PluginSettings(temporary.resolve("plugins"), null, own);
        PluginContexts contexts = this::context;
        return PluginLoader.load(
                settings,
                List.of(),
                contexts.with((id, migrations) -> Optional.of(PluginSchema.current(test.database(), id, migrations))));
    }

    private PluginContext context(String id, Map<String, String> settings) {
        return new TestingPluginContext(settings, clock, fetcher, announcement -> List.of());
    }
}
