package org.milesbot.cli.web.json;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.DossierJson;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.cli.web.read.Parameters;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.promo.PromoPlace;
import org.milesbot.store.promo.PromoRow;

/** Tells of promos: of many a little, of one all. */
final class PromoOperations {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Shelf shelf;

    PromoOperations(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Operation> all() {
        return List.of(
                new Operation("/promos", PromoQuery.PARAMETERS, this::list),
                new Operation("/promo/{id}", Parameters.NONE, this::one));
    }

    private WebReply list(WebRequest request) {
        PromoQuery query = PromoQuery.of(request);
        int limit = query.filter().limit();
        List<PromoRow> found = found(query, limit + 1);
        List<PromoRow> page = found.subList(0, Math.min(limit, found.size()));
        PromoJson json = new PromoJson(Shelf.today(request));
        return Items.page(
                page.stream().map(row -> json.line(ReportedPromo.of(row))).toList(),
                found.size() > limit ? next(query, page) : null,
                FRESH);
    }

    private List<PromoRow> found(PromoQuery query, int most) {
        Cursor after = query.after();
        return after == null
                ? shelf.promos(query.filter().first(most), query.at())
                : shelf.promos().list(query.filter().first(most), after.last(), shelf.rule(), query.at());
    }

    private static String next(PromoQuery query, List<PromoRow> page) {
        return new Cursor(query.at(), PromoPlace.of(page.get(page.size() - 1))).written(query.list());
    }

    private WebReply one(WebRequest request) {
        String written = request.part("id").toLowerCase(Locale.ROOT);
        if (!ID.matcher(written).matches()) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(PromoOperations.class, "wrong.id", Quoted.of(written)));
        }
        UUID id = UUID.fromString(written);
        Optional<Dossier> dossier = shelf.dossiers().of(id);
        if (dossier.isPresent()) {
            return WebReply.json(line(dossier.get(), request), FRESH);
        }
        return shelf.dossiers().named(written, 1).stream()
                .findFirst()
                .<WebReply>map(other -> new WebReply.Redirect(Operation.ROOT + "/promo/" + other))
                .orElseGet(() -> new WebReply.Failure(NOT_FOUND, Text.of(PromoOperations.class, "no.promo", written)));
    }

    /** The dossier, in which the promo has its score. */
    private String line(Dossier dossier, WebRequest request) {
        UUID id = dossier.promo().id();
        Map<UUID, PromoRow> scored = shelf.promos().byId(List.of(id), shelf.rule(), request.at());
        @Nullable PromoRow promo = scored.get(id);
        return new DossierJson(new PromoJson(Shelf.today(request)))
                .line(dossier, ReportedPromo.of(promo == null ? dossier.promo() : promo));
    }
}
