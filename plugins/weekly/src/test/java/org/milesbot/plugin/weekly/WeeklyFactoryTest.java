package org.milesbot.plugin.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;

class WeeklyFactoryTest {

    private final SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");

    @Test
    void keepsTheContract() {
        PluginContract.verify(new WeeklyFactory());
        assertThat(ServiceLoader.load(PluginFactory.class))
                .extracting(PluginFactory::id)
                .containsExactly("weekly");
    }

    @Test
    void refusesSettings() {
        TestingPluginContext context = new TestingPluginContext(
                Map.of("day", "sexta"), clock, new CannedFetcher(clock), announcement -> List.of());

        assertThatThrownBy(() -> new WeeklyFactory().create(context))
                .hasMessageContaining("MILESBOT_PLUGIN_WEEKLY_DAY");
    }
}
