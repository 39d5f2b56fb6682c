package org.milesbot.plugin.seatmap;

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

class SeatmapFactoryTest {

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");

    private TestingPluginContext context(Map<String, String> settings) {
        return new TestingPluginContext(settings, clock, new CannedFetcher(clock), announcement -> List.of());
    }

    @Test
    void keepsTheContract() {
        PluginContract.verify(new SeatmapFactory(), context(Map.of("watches", "5")));
    }

    @Test
    void isDeclaredAsAProvider() {
        assertThat(ServiceLoader.load(PluginFactory.class))
                .extracting(PluginFactory::id)
                .containsExactly("seatmap");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> new SeatmapFactory().create(context(Map.of("seats", "5"))))
                .hasMessageContaining("MILESBOT_PLUGIN_SEATMAP_SEATS")
                .hasMessageContaining("MILESBOT_PLUGIN_SEATMAP_WATCHES");
        assertThatThrownBy(() -> new SeatmapFactory().create(context(Map.of("watches", "201"))))
                .hasMessageContaining("MILESBOT_PLUGIN_SEATMAP_WATCHES=20");
    }
}
