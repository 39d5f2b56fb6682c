package org.milesbot.plugin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;

class SampleFactoryTest {

    private static final String OFFERS = """
            # published|programme|origin|percent|start|end|title
            2026-11-20T12:00:00Z|smiles|livelo|80|2026-11-20|2026-11-30T23:59|Livelo to Smiles with 80 %
            2026-10-01T09:30:00Z|latam_pass|*|25.5|||Any bank to LATAM Pass with 25.5 %
            """;
    private static final URI ARCHIVE = URI.create("https://www.example.org/archive.txt");

    private static final Message MESSAGE = new Message("<b>Oi</b>", List.of(), false, null);
    private static final Recipient MEMBER = new Recipient(7, 7, Locale.forLanguageTag("pt"), Set.of("smiles:club"));

    @TempDir
    Path temporary;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final CannedFetcher fetcher = new CannedFetcher(clock);

    @Test
    void keepsTheContract() {
        fetcher.answer(ARCHIVE, "text/plain", OFFERS);

        PluginContract.verify(new SampleFactory(), context(Map.of()));
        TestingPluginContext whole = context(Map.of("footnote", "1 < 2", "folder", temporary.toString()));
        PluginContract.verify(new SampleFactory(), whole);
        new SampleChannel(temporary).send(new Recipient(1, 1, Locale.ENGLISH, Set.of()), MESSAGE);
        PluginContract.verify(new SampleFactory(), whole);
        PluginContract.verifyReading(source(), page(OFFERS), context(Map.of()));
    }

    @Test
    void isDeclaredAsAProvider() {
        assertThat(ServiceLoader.load(PluginFactory.class))
                .extracting(PluginFactory::id)
                .containsExactly("sample");
    }

    @Test
    void readsAnOfferOutOfEachLine() {
        List<Announcement> announcements = source().read(page(OFFERS)).announcements();

        assertThat(announcements)
                .extracting(Announcement::title)
                .containsExactly("Livelo to Smiles with 80 %", "Any bank to LATAM Pass with 25.5 %");
        Promo smiles = onlyPromo(announcements.get(0));
        assertThat(smiles.program()).hasToString("smiles");
        assertThat(smiles.origins()).containsExactly(new OriginId("livelo"));
        assertThat(smiles.bonus().highest()).isEqualTo(Percent.of(80));
        assertThat(smiles.window().start()).isEqualTo(Moment.of(LocalDate.of(2026, 11, 20)));
        assertThat(smiles.window().end()).hasToString("2026-11-30T23:59");
    }

    @Test
    void leavesUnknownDatesUnknown() {
        Promo latam = onlyPromo(source().read(page(OFFERS)).announcements().get(1));

        assertThat(latam.window().start()).isNull();
        assertThat(latam.window().end()).isNull();
        assertThat(latam.origins()).containsExactly(OriginId.EVERY_BANK);
    }

    @Test
    void namesTheLineThatIsNoOffer() {
        assertThatThrownBy(() -> source().read(page("# a comment\n\nyesterday|smiles|livelo|80|||Title")))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining("line 3");
    }

    @Test
    void namesTheOfferThatDoesNotFit() {
        Announcement wrong = source().read(page("2026-11-20T12:00:00Z|smiles|livelo|eighty|||Eighty"))
                .announcements()
                .get(0);

        assertThatThrownBy(() -> source().promos(wrong, announcement -> List.of()))
                .isInstanceOf(MilesbotException.class)
                .hasMessageContaining("\"Eighty\"");
    }

    @Test
    void scrapesWhatWasPublishedSinceAnInstant() throws Exception {
        fetcher.answer(ARCHIVE, "text/plain", OFFERS);
        Plugin plugin = new SampleFactory().create(context(Map.of()));

        assertThat(plugin.scrape(Instant.parse("2026-11-20T12:00:00Z")))
                .extracting(Sighting::title)
                .containsExactly("Livelo to Smiles with 80 %");
        assertThat(plugin.scrape(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void saysThatTheArchiveIsDown() {
        fetcher.answer(ARCHIVE, new FetchResult.Failed(Text.plain("connection refused")));
        Plugin plugin = new SampleFactory().create(context(Map.of()));

        assertThatThrownBy(() -> plugin.scrape(Instant.EPOCH))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.EXTERNAL))
                .hasMessageContaining(ARCHIVE.toString());
    }

    @Test
    void watchesTheAddressThatIsSet() {
        Plugin plugin = new SampleFactory().create(context(Map.of("address", "https://offers.example.com/now.txt")));

        assertThat(plugin.sources().get(0).addresses())
                .containsExactly(URI.create("https://offers.example.com/now.txt"));
    }

    @Test
    void refusesAnUnknownSettingAndAWrongAddress() {
        assertThatThrownBy(() -> new SampleFactory().create(context(Map.of("adress", "https://www.example.org"))))
                .hasMessageContaining("MILESBOT_PLUGIN_SAMPLE_ADRESS")
                .hasMessageContaining("MILESBOT_PLUGIN_SAMPLE_ADDRESS");
        assertThatThrownBy(() -> new SampleFactory().create(context(Map.of("address", "ftp://www.example.org"))))
                .hasMessageContaining("http or https");
        assertThatThrownBy(() -> new SampleFactory().create(context(Map.of("address", "no address"))))
                .hasMessageContaining("http or https");
        assertThatThrownBy(() -> new SampleFactory().create(context(Map.of("folder", "/no/such/folder"))))
                .hasMessageContaining("MILESBOT_PLUGIN_SAMPLE_FOLDER");
    }

    @Test
    void addsItsFootnoteEscaped() throws Exception {
        MessageDecorator decorator = new SampleFactory()
                .create(context(Map.of("footnote", "1 < 2")))
                .decorators()
                .get(0);

        assertThat(decorator.decorate(MESSAGE, promo(PromoKind.CLUB), MEMBER))
                .isEqualTo(MESSAGE.withHtml("<b>Oi</b>\n<i>1 &lt; 2</i>"));
    }

    @Test
    void offersNoClubToItsMembers() throws Exception {
        AudienceFilter filter =
                new SampleFactory().create(context(Map.of())).audience().get(0);

        assertThat(filter.heldBack(promo(PromoKind.CLUB), MEMBER)).contains("já é do clube");
        assertThat(filter.heldBack(promo(PromoKind.TRANSFER_BONUS), MEMBER)).isEmpty();
        assertThat(filter.heldBack(promo(PromoKind.CLUB), new Recipient(8, 8, Locale.ENGLISH, Set.of("azul:club"))))
                .isEmpty();
    }

    @Test
    void writesMessagesIntoAFolder() throws Exception {
        Channel channel = new SampleFactory()
                .create(context(Map.of("folder", temporary.toString())))
                .channels()
                .get(0);

        assertThat(channel.send(MEMBER, MESSAGE)).isEqualTo(new Receipt.Sent(1));
        assertThat(channel.send(MEMBER, MESSAGE)).isEqualTo(new Receipt.Sent(2));

        Path file = temporary.resolve("7.html");
        assertThat(file).hasContent("<b>Oi</b>\n\n<b>Oi</b>\n\n");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(channel.send(MEMBER, MESSAGE)).isInstanceOf(Receipt.Unreachable.class);
    }

    @Test
    void showsAndForgetsWhatItWroteForSomebody() throws Exception {
        Plugin plugin = new SampleFactory().create(context(Map.of("folder", temporary.toString())));
        Channel channel = plugin.channels().get(0);
        PersonalData personal = plugin.personalData().orElseThrow();
        Recipient ana = new Recipient(1, 70, Locale.ENGLISH, Set.of());
        channel.send(ana, MESSAGE.withHtml("\"Olá\" \\ 😀"));
        channel.send(MEMBER, MESSAGE);

        assertThat(personal.export(70))
                .contains("{\"messages\":\"\\\"Olá\\\" \\\\ \\ud83d\\ude00\\u000a\\u000a\",\"is_cut\":false}");
        assertThat(personal.export(1)).isEmpty();
        assertThat(personal.erase(70)).isTrue();
        assertThat(personal.erase(70)).isFalse();
        assertThat(personal.export(70)).isEmpty();
        assertThat(personal.export(7)).isPresent();
    }

    @Test
    void showsTheNewestOfMuch() throws Exception {
        Plugin plugin = new SampleFactory().create(context(Map.of("folder", temporary.toString())));
        Files.writeString(temporary.resolve("7.html"), "old" + "\n".repeat(PersonalData.LONGEST));

        assertThat(plugin.personalData().orElseThrow().export(7))
                .hasValueSatisfying(json -> assertThat(json)
                        .hasSizeLessThan(PersonalData.LONGEST)
                        .endsWith("\"is_cut\":true}")
                        .doesNotContain("old"));
    }

    private static Promo promo(PromoKind kind) {
        return Promo.builder(kind, new ProgramId("smiles")).build();
    }

    private Source source() {
        return new SampleFactory().create(context(Map.of())).sources().get(0);
    }

    private static Promo onlyPromo(Announcement announcement) {
        List<Promo> promos = new SampleSource(ARCHIVE).promos(announcement, SampleFactoryTest::neverAsked);
        assertThat(promos).hasSize(1);
        return promos.get(0);
    }

    private static List<Promo> neverAsked(Announcement announcement) {
        throw new AssertionError("the host's extractor was asked about " + announcement);
    }

    private Page page(String text) {
        URI uri = URI.create("https://www.example.org/offers.txt");
        return new Page(uri, uri, clock.instant(), "text/plain", text);
    }

    private TestingPluginContext context(Map<String, String> settings) {
        return new TestingPluginContext(settings, clock, fetcher, announcement -> List.of());
    }
}
