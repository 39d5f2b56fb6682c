package org.milesbot.scrapers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Slugs;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Source;
import org.milesbot.scrapers.declared.DeclaredPlugin;

/** What the files of the built-in plug-ins say. */
class DeclarationsTest {

    private static List<DeclaredPlugin> all() {
        return BuiltinSources.factories().stream()
                .map(PluginFactory::id)
                .map(BuiltinPluginFactory::declared)
                .toList();
    }

    @Test
    void areOfThePluginsTheyAreFiledUnder() {
        assertThat(all())
                .extracting(DeclaredPlugin::id)
                .containsExactlyElementsOf(BuiltinSources.factories().stream()
                        .map(PluginFactory::id)
                        .toList());
    }

    @Test
    void sourcesOfTheProgrammesAreOfficialAndOthersAreNot() {
        all().forEach(plugin -> assertThat(plugin.sources())
                .extracting(Source::provenance)
                .allMatch(Predicate.isEqual(
                        switch (plugin.id()) {
                            case "blogs" -> Provenance.BLOG;
                            case "channels" -> Provenance.CHANNEL;
                            default -> Provenance.OFFICIAL;
                        })));
    }

    @Test
    void everyPluginHasItsOwnMinutesAndKnowsWhatItIsAbout() {
        assertThat(all())
                .extracting(DeclaredPlugin::schedule)
                .doesNotHaveDuplicates()
                .allSatisfy(schedule -> assertThat(schedule).matches("\\d-59/(5|10) \\* \\* \\* \\*"));
        all().forEach(plugin -> assertThat(plugin.categories())
                .contains(plugin.id().startsWith("fares_") ? "award_search" : "bonus")
                .allMatch(Slugs::isSlug));
    }

    /** The schedule says how often to look what is due; how often a site is asked, its interval says. */
    @Test
    void asksNoSiteMoreOftenThanSuitsIt() {
        assertThat(all())
                .flatExtracting(DeclaredPlugin::sources)
                .allSatisfy(source -> assertThat(source.checkInterval().least())
                        .isGreaterThanOrEqualTo(
                                switch (source.provenance()) {
                                    case OFFICIAL -> Duration.ofMinutes(30);
                                    case BLOG -> Duration.ofMinutes(10);
                                    case CHANNEL, RUMOUR -> Duration.ofMinutes(5);
                                }));
    }

    @Test
    void noAddressIsWatchedTwice() {
        List<String> addresses = all().stream()
                .flatMap(plugin -> plugin.sources().stream())
                .flatMap(source -> source.addresses().stream())
                .map(Object::toString)
                .toList();
        assertThat(addresses)
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("https://"));
    }
}
