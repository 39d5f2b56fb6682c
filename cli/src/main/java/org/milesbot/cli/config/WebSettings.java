package org.milesbot.cli.config;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The web page.
 *
 * @param host the address it listens on
 * @param port the port; 0 for any that is free
 * @param url where people see it, as links in feeds and calendars begin, or null if that is where it listens
 * @param proxies the addresses of the proxies before it
 * @param rate how many requests a second one address may make in the long run
 * @param adminPassword opens the operators' pages, which there are none of without it
 */
public record WebSettings(
        String host,
        int port,
        @Nullable URI url,
        Set<String> proxies,
        int rate,
        @Nullable Password adminPassword) {

    /** Copies the proxies. */
    public WebSettings {
        proxies = Set.copyOf(proxies);
    }

    /** The same somewhere else; null leaves what is set. */
    public WebSettings at(@Nullable String otherHost, @Nullable Integer otherPort) {
        return new WebSettings(
                otherHost == null ? host : otherHost,
                otherPort == null ? port : otherPort,
                url,
                proxies,
                rate,
                adminPassword);
    }
}
