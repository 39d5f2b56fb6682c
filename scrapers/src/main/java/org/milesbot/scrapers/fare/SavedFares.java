package org.milesbot.scrapers.fare;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.fetch.PageDecoder;
import org.milesbot.scrapers.recording.Exchange;
import org.milesbot.scrapers.recording.Recordings;

/** Reads the files that people save of a programme's site: a HAR file of their browser, an answer in JSON, or a page. */
public final class SavedFares {

    /** The most that a file may have. */
    public static final int MOST_BYTES = 50 << 20;

    private static final int LOOKED_AT = 4_096;
    private static final Pattern HAR = Pattern.compile("\\{\\s*\"log\"\\s*:");
    private static final Pattern READABLE = Pattern.compile("json|html|text/plain");

    /**
     * What a file held.
     *
     * @param fares the fares by the id of the provider that read them, each once
     * @param unreadable a sentence for each entry that could not be read
     * @param unknown how many of the pages and answers in it were of no form that a provider knows
     */
    public record Found(SortedMap<String, List<AwardFare>> fares, List<Text> unreadable, int unknown) {

        /** Copies the collections. */
        public Found {
            fares = Collections.unmodifiableSortedMap(new TreeMap<>(fares));
            unreadable = List.copyOf(unreadable);
        }

        /** All fares, whoever read them. */
        public List<AwardFare> all() {
            return fares.values().stream().flatMap(List::stream).toList();
        }
    }

    private final List<FareProvider> providers;

    /**
     * @param providers who reads; the first that recognizes a page has it
     */
    public SavedFares(List<FareProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /**
     * Reads a file.
     *
     * @param name what the file is called
     * @param bytes what is in it
     * @param savedAt when it was saved; what a HAR file holds bears its own times
     * @throws MilesbotException of kind DATA if it is too large, of no known kind, damaged, or holds nothing that any
     *     provider knows
     */
    public Found read(String name, byte[] bytes, Instant savedAt) {
        if (bytes.length > MOST_BYTES) {
            throw refused("saved.large", name, String.valueOf(MOST_BYTES >> 20));
        }
        List<Page> pages = isHar(bytes) ? recorded(name, bytes) : List.of(page(name, bytes, savedAt));
        SortedMap<String, List<AwardFare>> fares = new TreeMap<>();
        List<Text> unreadable = new ArrayList<>();
        int unknown = 0;
        for (Page page : pages) {
            Optional<FareProvider> reader = reader(page);
            if (reader.isPresent()) {
                read(reader.get(), page, fares, unreadable);
            } else {
                unknown++;
            }
        }
        if (unknown == pages.size()) {
            throw refused("saved.nothing", name, providerNames());
        }
        fares.replaceAll((provider, all) -> all.stream().distinct().toList());
        return new Found(fares, unreadable, unknown);
    }

    private Optional<FareProvider> reader(Page page) {
        return providers.stream().filter(provider -> provider.recognizes(page)).findFirst();
    }

    private static void read(
            FareProvider provider, Page page, SortedMap<String, List<AwardFare>> fares, List<Text> unreadable) {
        try {
            FareReading reading = provider.read(page);
            fares.computeIfAbsent(provider.id(), id -> new ArrayList<>()).addAll(reading.fares());
            unreadable.addAll(reading.unreadable());
        } catch (MilesbotException e) {
            unreadable.add(e.text());
        }
    }

    /** The answers in a HAR file that may be read at all; pictures, styles and failures are none. */
    private static List<Page> recorded(String name, byte[] bytes) {
        return Recordings.of(name, new ByteArrayInputStream(bytes)).exchanges().stream()
                .filter(exchange -> exchange.answer().status() == 200)
                .map(SavedFares::page)
                .filter(SavedFares::isReadable)
                .toList();
    }

    private static Page page(Exchange exchange) {
        URI address = exchange.request().uri();
        return PageDecoder.decode(
                address,
                address,
                exchange.startedAt(),
                exchange.answer().headers().first("Content-Type"),
                exchange.answer().body());
    }

    private static boolean isReadable(Page page) {
        String type = page.contentType();
        return !page.text().isBlank()
                && (type == null
                        || READABLE.matcher(type.toLowerCase(Locale.ROOT)).find());
    }

    private static Page page(String name, byte[] bytes, Instant savedAt) {
        URI file = URI.create("file:///" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
        Page page = PageDecoder.decode(file, file, savedAt, null, Body.of(bytes));
        String beginning = page.text().stripLeading();
        if (!beginning.startsWith("{") && !beginning.startsWith("[") && !beginning.startsWith("<")) {
            throw refused("saved.kind", name);
        }
        return page;
    }

    private static boolean isHar(byte[] bytes) {
        boolean compressed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        String beginning = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return compressed || HAR.matcher(beginning).find();
    }

    private String providerNames() {
        return providers.stream().map(FareProvider::id).sorted().collect(Collectors.joining(", "));
    }

    private static MilesbotException refused(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.DATA, Text.of(SavedFares.class, key, arguments));
    }
}
