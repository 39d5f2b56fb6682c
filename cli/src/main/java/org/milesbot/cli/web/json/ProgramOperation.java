package org.milesbot.cli.web.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.output.ProgramJson;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.cli.web.read.Parameters;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.promo.ProgramPromos;
import org.milesbot.store.promo.Programs;
import org.milesbot.store.promo.PromoRow;

/** Tells which programmes there are. */
final class ProgramOperation {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Shelf shelf;

    ProgramOperation(Shelf shelf) {
        this.shelf = shelf;
    }

    Operation operation() {
        return new Operation("/programs", Parameters.NONE, this::answer);
    }

    private WebReply answer(WebRequest request) {
        List<ProgramPromos> programs = new Programs(shelf.database()).all(Shelf.today(request));
        Map<UUID, PromoRow> newest =
                shelf.promos().byId(programs.stream().map(ProgramPromos::newest).toList(), shelf.rule(), request.at());
        ProgramJson json = new ProgramJson(new PromoJson(Shelf.today(request)), shelf.names());
        List<String> lines = programs.stream()
                .map(program -> {
                    PromoRow row = newest.get(program.newest());
                    return json.line(program, row == null ? null : ReportedPromo.of(row));
                })
                .toList();
        return Items.all(lines, FRESH);
    }
}
