package org.milesbot.cli.pipeline;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.history.Column;
import org.milesbot.cli.history.HistoryFile.Row;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.promo.Sighted;

/** Makes sightings of the lines of a history, as if a publication had told of each campaign on its first day. */
final class HistorySightings {

    /** The source of what was imported, and the plug-in it is kept under. */
    static final SourceId SOURCE = new SourceId(PastCampaigns.IMPORTED);

    private static final URI NO_ADDRESS = URI.create("urn:milesbot:" + PastCampaigns.IMPORTED);

    private final Instant now;
    private final UnaryOperator<String> names;

    /**
     * @param now nothing is published later
     * @param names what people call a programme or bank, by its slug
     */
    HistorySightings(Instant now, UnaryOperator<String> names) {
        this.now = now;
        this.names = names;
    }

    Sighted of(Row row) {
        Campaign campaign = row.campaign();
        Instant published = published(row.day());
        Sighting sighting = new Sighting(
                promo(campaign, row.line()),
                SOURCE,
                Provenance.BLOG,
                title(campaign),
                row.url() == null ? NO_ADDRESS : row.url(),
                published);
        return new Sighted(announcement(campaign), sighting);
    }

    /** The same for the same line in whatever file, so that none is kept twice. */
    static String announcement(Campaign campaign) {
        return String.join(
                " ",
                campaign.program().value(),
                campaign.origins().stream().map(OriginId::value).collect(Collectors.joining("|", "<", ">")),
                orUnknown(campaign.bonus()),
                orUnknown(campaign.base()),
                orUnknown(campaign.start()),
                orUnknown(campaign.end()),
                campaign.confidence().slug());
    }

    private static String orUnknown(@Nullable Object value) {
        return Objects.toString(value, "?");
    }

    private Instant published(LocalDate day) {
        Instant noon = day.atTime(LocalTime.NOON).atZone(Zones.SAO_PAULO).toInstant();
        return noon.isBefore(now) ? noon : now;
    }

    private static Promo promo(Campaign campaign, int line) {
        LocalDate start = campaign.confidence() == Confidence.APPROX ? null : campaign.start();
        Map<String, String> evidence = new TreeMap<>();
        evidence.put("program", words(line, Column.PROGRAM, campaign.program()));
        if (!campaign.origins().isEmpty()) {
            String origins = campaign.origins().stream().map(OriginId::value).collect(Collectors.joining("|"));
            evidence.put("origins", words(line, Column.ORIGIN, origins));
        }
        put(evidence, "bonus_pct", line, Column.BONUS_PCT, campaign.bonus());
        put(evidence, "base_pct", line, Column.BASE_PCT, campaign.base());
        put(evidence, "start", line, Column.START, start);
        put(evidence, "end", line, Column.END, campaign.end());
        return Promo.builder(PromoKind.TRANSFER_BONUS, campaign.program())
                .origins(campaign.origins())
                .bonus(Bonus.of(campaign.bonus(), campaign.base()))
                .window(new Window(moment(start), moment(campaign.end())))
                .evidence(evidence)
                .build();
    }

    private static @Nullable Moment moment(@Nullable LocalDate day) {
        return day == null ? null : Moment.of(day);
    }

    private static void put(
            Map<String, String> evidence, String field, int line, Column column, @Nullable Object value) {
        if (value != null) {
            evidence.put(field, words(line, column, value));
        }
    }

    private static String words(int line, Column column, Object value) {
        return Text.of(HistorySightings.class, "import.words", Integer.toString(line), column.title(), value.toString())
                .in(OutputSettings.PORTUGUESE);
    }

    /** In Portuguese, as announcements are. */
    private String title(Campaign campaign) {
        String program = names.apply(campaign.program().value());
        String origins = campaign.origins().stream()
                .filter(origin -> !origin.equals(OriginId.EVERY_BANK))
                .map(origin -> names.apply(origin.value()))
                .collect(Collectors.joining(", "));
        Text bonus = campaign.bonus() == null
                ? Text.of(HistorySightings.class, "import.title.untold", program)
                : Text.of(HistorySightings.class, "import.title", program, percent(campaign));
        return (origins.isEmpty() ? bonus : Text.of(HistorySightings.class, "import.title.from", bonus, origins))
                .in(OutputSettings.PORTUGUESE);
    }

    private static String percent(Campaign campaign) {
        return Objects.requireNonNull(campaign.bonus()).toString().replace('.', ',');
    }
}
