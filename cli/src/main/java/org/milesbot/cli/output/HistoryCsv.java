package org.milesbot.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.cli.history.Column;
import org.milesbot.cli.history.KeptCampaign;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.store.forecast.PastCampaign;

/** Campaigns as a history that can be imported again: the same campaigns always make the same file. */
public final class HistoryCsv {

    private HistoryCsv() {}

    private record Line(Campaign campaign, @Nullable String url) {

        private static final Comparator<Line> IN_ORDER =
                Comparator.comparing(Line::day).thenComparing(line -> String.join(",", line.cells()));

        static Line of(PastCampaign kept) {
            boolean isWeb = kept.url().startsWith("https://") || kept.url().startsWith("http://");
            return new Line(KeptCampaign.of(kept), isWeb ? kept.url() : null);
        }

        private String day() {
            return String.valueOf(campaign.start() == null ? campaign.end() : campaign.start());
        }

        List<String> cells() {
            return Stream.of(
                            campaign.program(),
                            campaign.origins().stream().map(OriginId::value).collect(Collectors.joining("|")),
                            campaign.bonus(),
                            campaign.base(),
                            campaign.start(),
                            campaign.end(),
                            campaign.confidence().slug(),
                            url)
                    .map(HarmlessCell::of)
                    .toList();
        }
    }

    /** Writes a heading and a line a campaign. */
    public static void write(List<PastCampaign> campaigns, PrintWriter out) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(Stream.of(Column.values()).map(Column::title).toList());
        campaigns.stream().map(Line::of).sorted(Line.IN_ORDER).forEach(line -> csv.writeRecord(line.cells()));
    }
}
