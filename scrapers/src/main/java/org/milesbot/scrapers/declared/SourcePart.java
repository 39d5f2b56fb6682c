package org.milesbot.scrapers.declared;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.scrapers.page.Campaigns;
import org.milesbot.scrapers.page.Format;
import org.milesbot.scrapers.page.Pick;

/** One source in a {@code plugin.yaml}: where it begins, in which form it publishes, and how often to look. */
final class SourcePart {

    private static final String AN_ADDRESS = "https://www.example.com/promocoes";
    private static final String A_SELECTOR = "\"main article\"";
    private static final String A_PATTERN = "\"https://www\\\\.example\\\\.com/promocoes/[a-z0-9-]+\"";
    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,4}) ?(m|min|h|d)");

    private static final String LIST = "url";
    private static final String SITEMAP = "sitemap";
    private static final String INDEX = "index";
    private static final List<String> BEGINNINGS = List.of(LIST, SITEMAP, INDEX);

    private final YamlMap part;

    SourcePart(YamlMap part) {
        this.part = part;
    }

    /** The source; null if something is wrong with it. */
    @Nullable
    Source read() {
        String id = PluginFile.slug(part, "id", part.required("id", "promocoes_do_banco"));
        Provenance provenance = oneOf("provenance", Provenance.class);
        DeclaredFormat form = oneOf("format", DeclaredFormat.class);
        String beginning = beginning();
        List<URI> addresses = addresses(beginning);
        Format format = form == null || beginning == null ? null : format(form, beginning, Set.copyOf(addresses));
        CheckInterval interval = part.map("check").map(this::interval).orElse(null);
        if (form != null) {
            part.done();
        }
        if (id == null || provenance == null || format == null || addresses.isEmpty()) {
            return null;
        }
        CheckInterval usual = CheckInterval.usual(provenance);
        return new DeclaredSource(new SourceId(id), provenance, addresses, interval == null ? usual : interval, format);
    }

    private <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        if (!part.has(key)) {
            part.required(key, names);
            return null;
        }
        return part.made(
                key,
                written -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(written))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(written)),
                Text.of(SourcePart.class, "one.of", names));
    }

    /** Which of the keys says where the source begins: exactly one does. */
    private @Nullable String beginning() {
        List<String> stated = BEGINNINGS.stream().filter(part::has).toList();
        if (stated.size() == 1) {
            return stated.get(0);
        }
        BEGINNINGS.forEach(part::texts);
        if (stated.isEmpty()) {
            part.missing(LIST, AN_ADDRESS);
        } else {
            part.complainOf(stated.get(1), Text.of(SourcePart.class, "beginnings", String.join(", ", stated)));
        }
        return null;
    }

    private List<URI> addresses(@Nullable String beginning) {
        if (beginning == null) {
            return List.of();
        }
        List<URI> addresses = new ArrayList<>();
        List<String> all = part.texts(beginning);
        if (all.isEmpty()) {
            part.missing(beginning, AN_ADDRESS);
        }
        for (String written : all) {
            URI address = address(written);
            if (address == null) {
                part.wrong(beginning, written, Text.of(SourcePart.class, "an.address", AN_ADDRESS));
            } else {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static @Nullable URI address(String written) {
        try {
            URI address = URI.create(written);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null && address.getUserInfo() == null ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Format format(DeclaredFormat form, String beginning, Set<URI> addresses) {
        boolean leadsOn = !LIST.equals(beginning);
        if (leadsOn && form != DeclaredFormat.PAGE) {
            part.complainOf(beginning, Text.of(SourcePart.class, "leads.on", beginning));
            return null;
        }
        if (leadsOn) {
            return campaigns(beginning, addresses);
        }
        if (form == DeclaredFormat.PAGE && !part.has("items")) {
            String content = selector(part, "content", true);
            return content == null ? null : Campaigns.ofPages(content);
        }
        return form.reader(part);
    }

    private @Nullable Format campaigns(String beginning, Set<URI> addresses) {
        Pattern links = part.has("links")
                ? part.made("links", Pattern::compile, Text.of(SourcePart.class, "a.pattern", A_PATTERN))
                : null;
        if (!part.has("links")) {
            part.required("links", A_PATTERN);
        }
        String content = selector(part, "content", true);
        if (links == null || content == null || addresses.isEmpty()) {
            return null;
        }
        return SITEMAP.equals(beginning)
                ? Campaigns.ofSitemaps(addresses, links, content)
                : Campaigns.ofIndexPages(addresses, links, content);
    }

    /** A CSS selector; null if there is none, or one that cannot be read, which is a mistake. */
    static @Nullable String selector(YamlMap part, String key, boolean required) {
        if (required && !part.has(key)) {
            part.required(key, A_SELECTOR);
            return null;
        }
        return part.made(
                key,
                written -> {
                    Pick.selector(written);
                    return written;
                },
                Text.of(SourcePart.class, "a.selector", A_SELECTOR));
    }

    private @Nullable CheckInterval interval(YamlMap check) {
        Duration least = time(check, "least");
        Duration greatest = time(check, "greatest");
        check.done();
        if (least == null || greatest == null) {
            return null;
        }
        try {
            return new CheckInterval(least, greatest);
        } catch (IllegalArgumentException e) {
            check.complainOf("least", Text.of(SourcePart.class, "interval"));
            return null;
        }
    }

    private static @Nullable Duration time(YamlMap check, String key) {
        if (!check.has(key)) {
            check.required(key, "10m");
            return null;
        }
        return check.made(key, SourcePart::time, Text.of(SourcePart.class, "a.time"));
    }

    private static Duration time(String written) {
        Matcher matcher = TIME.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(written);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
