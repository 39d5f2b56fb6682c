package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.milesbot.scrapers.fetch.FetchSettings.Limits;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;

class FetchSettingsTest {

    private final FetchSettings settings = FetchSettings.defaults(URI.create("https://example.org/bot"));

    private static Site site(String address) {
        return Site.of(URI.create(address));
    }

    @Test
    void isStrictAndPoliteByDefault() {
        assertThat(settings.limits().bytes()).isEqualTo(5 * 1024 * 1024);
        assertThat(settings.limits().redirects()).isEqualTo(5);
        assertThat(settings.politeness().delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.allowsPrivate(site("http://localhost/"))).isFalse();
    }

    @Test
    void allowsPrivateHostsByNameOrWithAPort() {
        FetchSettings open = settings.withPrivateHosts(Set.of("NAS.local", "localhost:8080", "[::1]"));
        assertThat(open.allowsPrivate(site("http://nas.LOCAL:99/"))).isTrue();
        assertThat(open.allowsPrivate(site("http://localhost:8080/"))).isTrue();
        assertThat(open.allowsPrivate(site("https://[::1]/"))).isTrue();
        assertThat(open.allowsPrivate(site("http://localhost/"))).isFalse();
        assertThat(settings.withPrivateHosts(Set.of("localhost:443")).allowsPrivate(site("https://localhost/")))
                .isTrue();
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0, 5, second, second, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, -1, second, second, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 5, Duration.ZERO, second, second));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Politeness(second.negated(), second, second, second))
                .withMessageContaining("delay");
    }
}
