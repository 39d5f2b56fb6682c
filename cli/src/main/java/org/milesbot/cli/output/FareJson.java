package org.milesbot.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.cli.fare.FarePair;
import org.milesbot.cli.fare.Path;
import org.milesbot.cli.fare.Path.Sending;
import org.milesbot.cli.fare.Ticket;
import org.milesbot.cli.output.ShownFare.Usual;

/** Award fares as JSON, in the form of {@code docs/schemas/fare.schema.json}. What is unknown is null. */
public final class FareJson {

    private final Function<AwardFare, ShownFare> known;

    /**
     * @param known what else is known of a fare, such as {@link ShownFare#of}
     */
    public FareJson(Function<AwardFare, ShownFare> known) {
        this.known = known;
    }

    /** A flight one way, on one line. */
    public String line(AwardFare fare) {
        return JsonLine.of(fields(fare));
    }

    /** Flights there and back, on one line. */
    public String line(FarePair pair) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("outbound", fields(pair.outbound()));
        fields.put("inbound", fields(pair.inbound()));
        fields.put("stay_days", pair.stayDays());
        fields.put("miles", pair.miles());
        fields.put("taxes_brl", pair.taxesBrl());
        return JsonLine.of(fields);
    }

    /** A way to come by the miles of a ticket, on one line. */
    public String line(Path path) {
        Ticket ticket = path.ticket();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("fares", ticket.fares().stream().map(this::fields).toList());
        fields.put("passengers", ticket.passengers());
        fields.put("program", ticket.program().value());
        fields.put("miles", ticket.miles());
        fields.put("taxes_brl", ticket.feesBrl());
        fields.put("miles_held", path.held());
        fields.put("miles_used", path.used());
        fields.put("miles_lacking", path.lacking());
        fields.put("miles_left", path.left());
        fields.put("transfer", path.sending() == null ? null : fields(path.sending()));
        fields.put("points", path.points());
        fields.put("points_missing", path.missing());
        fields.put("worth_brl", path.worthBrl());
        fields.put("cost_brl", path.costBrl());
        return JsonLine.of(fields);
    }

    private Map<String, @Nullable Object> fields(AwardFare fare) {
        ShownFare shown = known.apply(fare);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("program", fare.program().value());
        fields.put("origin", fare.origin());
        fields.put("destination", fare.destination());
        fields.put("date", fare.date());
        fields.put("cabin", fare.cabin().value());
        fields.put("miles", fare.miles());
        fields.put("taxes_brl", fare.taxesBrl());
        fields.put("seats", fare.seats());
        fields.put("stops", fare.stops());
        fields.put("direct", fare.stops() == null ? null : Boolean.valueOf(fare.isDirect()));
        fields.put("airlines", fare.airlines());
        fields.put("provider", shown.provider());
        fields.put("fetched_at", SourceJson.time(fare.fetchedAt()));
        fields.put("link", fare.link());
        fields.put("statistics", shown.usual() == null ? null : fields(shown.usual()));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Usual usual) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("median", usual.median());
        fields.put("low_30", usual.low30());
        fields.put("low_90", usual.low90());
        fields.put("low_365", usual.low365());
        fields.put("p10", usual.p10());
        fields.put("observations", usual.observations());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Sending sending) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("origins", List.copyOf(sending.origins()));
        fields.put("promo", sending.bonus().promoId());
        fields.put("url", sending.bonus().url());
        fields.put("bonus_pct", sending.percent().value());
        fields.put("sure", sending.isSure());
        fields.put("points_held", sending.held());
        fields.put("points_sent", sending.path().points());
        fields.put("bonus_points", sending.path().bonus());
        fields.put("miles_arriving", sending.path().arriving());
        fields.put("points_left", sending.left());
        fields.put("points_missing", sending.missing());
        return fields;
    }
}
