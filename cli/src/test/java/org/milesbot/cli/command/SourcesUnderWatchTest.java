package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.store.testing.TestDatabase;

/** Sources on a real server, visited again and again as time goes by. */
final class SourcesUnderWatchTest {

    private static final String NEWS =
            "news|Transfira da Livelo para a Smiles com 80% de bônus.|2026-11-20T12:00:00Z\n";
    private static final String OLD = "old|Transfira da Esfera para a Smiles com 70% de bônus.|2026-08-03T12:00:00Z\n";
    private static final String OLDER =
            "older|Transfira da Livelo para o Azul com 90% de bônus.|2026-07-03T12:00:00Z\n";

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final StrangersPage site;

    SourcesUnderWatchTest() throws IOException {
        site = new StrangersPage();
    }

    @BeforeEach
    void install() throws IOException {
        serve(NEWS + OLD);
        site.installLists(home, "offers");
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private void serve(String... lines) {
        String text = String.join("", lines);
        site.serve(
                "/offers",
                StrangersPage.html(text)
                        .addHeader("ETag", "\"" + text.hashCode() + "\"")
                        .build());
    }

    private CommandRun milesbot(Duration later) {
        return site.run(home, database).with("PLUGINS_ENABLED", "stranger").at(CommandRun.NOW.plus(later));
    }

    private Ended scrape(int minutes, String... options) {
        String[] words = Stream.concat(Stream.of("scrape"), Stream.of(options)).toArray(String[]::new);
        return milesbot(Duration.ofMinutes(minutes)).run(words);
    }

    private List<String> rows(String sql) {
        return database.database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list());
    }

    private String outcome() {
        return rows("select outcome || ' ' || failures from source_state").get(0);
    }

    private List<String> quiet() {
        return rows("""
                select distinct bonus_pct || ' ' || quiet
                from unsettled
                join sighting using (fingerprint)
                order by 1
                """);
    }

    @Test
    void aListThatCameToNothingIsNoSuccess() {
        scrape(0);
        serve("no line at all");
        Ended empty = scrape(10);
        Ended stillEmpty = scrape(20);
        assertThat(outcome()).isEqualTo("empty 2");
        serve(NEWS);
        Ended back = scrape(30);

        assertThat(empty.exitCode()).as(empty.err()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(empty.out()).contains("vazia");
        assertThat(empty.err()).contains("a página veio vazia, e antes tinha anúncios");
        assertThat(stillEmpty.exitCode()).as("not \"not modified\"").isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(outcome()).isEqualTo("read 0");
    }

    @Test
    void aSiteIsAskedForItsRobotsOnceADayOrByHand() {
        scrape(0);
        scrape(10);
        assertThat(site.robotsAsked()).isOne();

        site.serve(
                "/robots.txt",
                StrangersPage.html("User-agent: *\nDisallow: /\n").build());
        assertThat(scrape(20).exitCode()).as("what it said is kept").isZero();
        Ended byHand = milesbot(Duration.ofMinutes(30)).run("sources", "check", "offers");
        assertThat(byHand.err() + byHand.out()).contains("robots.txt");
        assertThat(scrape(40).exitCode()).as("and so is what it says now").isEqualTo(ExitCode.EXTERNAL);
        assertThat(site.robotsAsked()).isEqualTo(2);

        site.serve("/robots.txt", StrangersPage.html("").build());
        assertThat(scrape(30 + 24 * 60).exitCode()).isZero();
        assertThat(site.robotsAsked()).isEqualTo(3);
    }

    @Test
    void aListThatWasNeverFilledIsNotMissed() {
        serve("no line at all");
        assertThat(scrape(0).exitCode()).isZero();
        assertThat(scrape(10).exitCode()).isZero();
        assertThat(outcome()).isEqualTo("read 0");
    }

    @Test
    void aPageThatWasRebuiltIsNotOneThatNeverFit() {
        serve("rebuilt");
        Ended never = scrape(0);
        assertThat(outcome()).isEqualTo("unreadable 1");
        serve(NEWS);
        scrape(10);
        serve("rebuilt");
        Ended changed = scrape(20);

        assertThat(never.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(never.out()).contains("ilegível");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(changed.out()).contains("mudou de forma");
        assertThat(changed.err()).contains("no list", "antes dava para ler");
        assertThat(outcome()).isEqualTo("changed 1");
    }

    @Test
    void aWallAgainstRobotsIsNoSuccess() {
        scrape(0);
        site.serve(
                "/offers",
                StrangersPage.html("<title>Just a moment...</title><p>Checking your browser</p>")
                        .build());
        assertThat(scrape(10).exitCode()).isEqualTo(ExitCode.EXTERNAL);
        assertThat(outcome()).isEqualTo("blocked 1");
    }

    @Test
    void staysAwayAsLongAsTheServerAsks() {
        site.serve(
                "/offers",
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "36000")
                        .build());
        scrape(0);
        assertThat(rows("select (next_check - visited_at)::text from source_state"))
                .containsExactly("10:00:00");
    }

    @Test
    void whatIsOldWhenASourceIsFirstReadIsHistory() {
        scrape(0);
        assertThat(quiet()).containsExactly("70 true", "80 false");

        serve(NEWS + OLD + OLDER);
        scrape(10);
        assertThat(quiet()).containsExactly("70 true", "80 false", "90 false");
    }

    @Test
    void freshnessCanBeSet() {
        milesbot(Duration.ZERO).with("MILESBOT_FRESHNESS", "365d").run("scrape");
        assertThat(quiet()).containsExactly("70 false", "80 false");
    }

    @Test
    void allThatIsSeededIsHistory() {
        scrape(0, "--seed");
        assertThat(quiet()).containsExactly("70 true", "80 true");
    }

    @Test
    void visitsOnlyWhatIsDue() {
        scrape(0, "--due");
        assertThat(site.visits()).isEqualTo(1);
        // The newest item is a day old, so the next check comes after two hours.
        Ended tooEarly = scrape(118, "--due");
        assertThat(site.visits()).isEqualTo(1);
        scrape(119, "--due");
        assertThat(site.visits()).as("a timer may come a minute early").isEqualTo(2);

        assertThat(tooEarly.exitCode()).as(tooEarly.err()).isZero();
        assertThat(tooEarly.err()).contains("nenhuma fonte");
        assertThat(rows("select id::text from run")).hasSize(2);
    }

    @Test
    void looksMoreOftenAtABusySourceThanAtAQuietOne() throws IOException {
        site.installLists(home, "busy", "quiet");
        site.serve("/busy", StrangersPage.html(posts(Duration.ofHours(2))).build());
        site.serve("/quiet", StrangersPage.html(posts(Duration.ofHours(20))).build());
        scrape(0);

        assertThat(rows("select source || ' ' || (next_check - visited_at) from source_state order by 1"))
                .containsExactly("busy 00:30:00", "quiet 05:00:00");
        scrape(45, "--due");
        assertThat(site.visits()).isEqualTo(3);
        assertThat(
                        rows(
                                "select string_agg(key, ' ') from run, jsonb_object_keys(visits) as key group by id order by id"))
                .containsExactly("busy quiet", "busy");
    }

    /** Posts until now without a promo, always so long apart. */
    private static String posts(Duration apart) {
        return IntStream.range(0, 20)
                .mapToObj(i -> "post " + i + "|Nada de novo.|" + CommandRun.NOW.minus(apart.multipliedBy(i)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void failuresBackOff() {
        site.serve("/offers", new MockResponse.Builder().code(500).build());
        scrape(0);
        scrape(60);
        scrape(120);
        scrape(180);
        assertThat(rows("select (next_check - visited_at)::text from source_state"))
                .containsExactly("02:40:00");
    }

    @Test
    void keepsOneRowARun() {
        scrape(0);
        scrape(10);
        assertThat(rows("""
                        select concat_ws(' ', job, plugin, outcome, counts, bytes > 0, duration,
                            visits -> 'offers' ->> 'outcome', visits -> 'offers' ->> 'new_items')
                        from run
                        order by id
                        """))
                .containsExactly(
                        "scrape stranger ok {\"new\": 2, \"failed\": 0, \"promos\": 2, \"sources\": 1,"
                                + " \"announcements\": 2} t 00:00:00 read 2",
                        "scrape stranger ok {\"new\": 0, \"failed\": 0, \"promos\": 0, \"sources\": 1,"
                                + " \"announcements\": 0} f 00:00:00 not_modified");
    }

    @Test
    void aPluginThatCannotSayWhenItIsDueDoesNotHoldUpOthers() throws IOException {
        String members = "public String schedule() { return \"now and then\"; }"
                + PluginDirectory.source("odd_source", site.address("/odd"), "return Reading.of(List.of());");
        new PluginDirectory(home).add("odd", "odd", members);
        Ended run =
                site.run(home, database).with("PLUGINS_ENABLED", "stranger,odd").run("scrape", "--due");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("plug-in odd");
        assertThat(run.out()).contains("offers", "lida").doesNotContain("odd_source");
        Ended sources = site.run(home, database).with("PLUGINS_ENABLED", "odd").run("sources", "--json");
        assertThat(sources.lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("\"source\":\"odd\"", "\"failures\":1"));
    }

    @Test
    void watchesWhatAPluginScrapesByItself() throws IOException {
        new PluginDirectory(home)
                .add(
                        "solo",
                        "solo",
                        "public List<Sighting> scrape(Instant since) throws Exception {"
                                + " throw new java.io.IOException(\"the partner is down\"); }");
        CommandRun solo = site.run(home, database).with("PLUGINS_ENABLED", "solo");
        for (int hour = 0; hour < 3; hour++) {
            assertThat(solo.run("scrape").exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        }

        assertThat(solo.run("sources", "--json").lines())
                .singleElement()
                .asString()
                .contains("\"source\":\"solo\"", "\"outcome\":\"broken\"", "\"failures\":3", "the partner is down")
                .contains("\"next_check\":\"2026-11-22T00:00:00-03:00\"");
        assertThat(solo.run("sources", "mute", "solo").exitCode()).isZero();
        assertThat(solo.run("sources", "check", "solo").exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
    }
}
