package org.milesbot.plugin.rumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.job.Job;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;

class RumoursFactoryTest {

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");

    @TempDir
    Path inbox;

    private TestingPluginContext context(Map<String, String> settings) {
        return new TestingPluginContext(settings, clock, new CannedFetcher(clock), announcement -> List.of());
    }

    @Test
    void keepsTheContract() {
        PluginContract.verify(new RumoursFactory(), context(Map.of()));
        PluginContract.verify(new RumoursFactory(), context(Map.of("inbox", inbox.toString(), "days", "7")));
    }

    @Test
    void isDeclaredAsAProvider() {
        assertThat(ServiceLoader.load(PluginFactory.class))
                .extracting(PluginFactory::id)
                .containsExactly("rumours");
    }

    @Test
    void readsAFolderOnlyIfThereIsOne() {
        assertThat(new RumoursFactory().create(context(Map.of())).jobs())
                .extracting(Job::name)
                .containsExactly("confirming", "thanking");
        assertThat(new RumoursFactory()
                        .create(context(Map.of("inbox", inbox.toString())))
                        .jobs())
                .extracting(Job::name)
                .containsExactly("inbox", "confirming", "thanking");
    }

    @Test
    void saysAllThatIsWrongWithTheSettings() {
        Map<String, String> wrong = Map.of("inbocks", "/tmp", "inbox", "rumores", "days", "0", "per_day", "muitos");

        assertThatThrownBy(() -> new RumoursFactory().create(context(wrong)))
                .hasMessageContaining("MILESBOT_PLUGIN_RUMOURS_INBOCKS")
                .hasMessageContaining("MILESBOT_PLUGIN_RUMOURS_INBOX=/")
                .hasMessageContaining("MILESBOT_PLUGIN_RUMOURS_DAYS=14")
                .hasMessageContaining("MILESBOT_PLUGIN_RUMOURS_PER_DAY=10");
    }
}
