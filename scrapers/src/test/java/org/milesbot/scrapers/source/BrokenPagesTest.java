package org.milesbot.scrapers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;

class BrokenPagesTest {

    /** A page as a source gets it. */
    private record Sample(Source source, Page page) {

        @Override
        public String toString() {
            return source.id() + " " + page.requested();
        }
    }

    /** A stretch of a page that something else takes the place of; where and how long in thousandths of the page. */
    private record Damage(int at, int length, String instead) {

        String in(String text) {
            int from = (int) ((long) text.length() * at / 1_000);
            int to = Math.min(text.length(), from + (int) ((long) text.length() * length / 1_000));
            return text.substring(0, from) + instead + text.substring(to);
        }
    }

    private static final List<Sample> SAMPLES = samples();

    @Property(tries = 1_000)
    void aBrokenPageIsReadInPartOrRefusedAsData(
            @ForAll("sample") Sample sample, @ForAll("damages") List<Damage> damages) {
        Page whole = sample.page();
        String text = whole.text();
        for (Damage damage : damages) {
            text = damage.in(text);
        }
        Page broken = new Page(whole.requested(), whole.url(), whole.fetchedAt(), whole.contentType(), text);
        try {
            assertThat(sample.source().read(broken).announcements())
                    .extracting(Announcement::publishedAt)
                    .allMatch(published -> !published.isAfter(whole.fetchedAt().plusSeconds(600)));
        } catch (MilesbotException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
            assertThat(e).hasMessageContaining(whole.requested().toString());
        }
    }

    @Provide
    Arbitrary<Sample> sample() {
        return Arbitraries.of(SAMPLES);
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<String> instead = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "<",
                        ">",
                        "&",
                        "&#0;",
                        "]]>",
                        "<![CDATA[",
                        "<!--",
                        "\0",
                        "\ud83d",
                        "\"",
                        "}",
                        "[",
                        "null",
                        "-1",
                        "</p></div>",
                        "<time datetime=\"99999-99-99\">",
                        "<!DOCTYPE x [<!ENTITY y \"z\">]>"),
                Arbitraries.strings().ofMaxLength(40));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 100).withDistribution(RandomDistribution.biased()),
                        instead)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** Every page of every kind of source, but no more than three of each source. */
    private static List<Sample> samples() {
        TestingPluginContext context = TestingPluginContext.at(SettableClock.at("2026-11-20T12:00:00Z"));
        List<Sample> samples = new ArrayList<>();
        for (PluginFactory factory : BuiltinSources.factories()) {
            for (Source source : factory.create(context).sources()) {
                pages(factory.id()).stream()
                        .filter(page -> page.requested()
                                .getHost()
                                .equals(source.addresses().get(0).getHost()))
                        .filter(page -> !page.requested().getPath().equals("/robots.txt"))
                        .limit(3)
                        .forEach(page -> samples.add(new Sample(source, page)));
            }
        }
        return samples;
    }

    private static List<Page> pages(String pluginId) {
        try {
            return List.copyOf(
                    Har.of(BuiltinSources.recordings(pluginId).get(0)).pages().values());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
