package org.milesbot.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.DossierJson;
import org.milesbot.cli.output.DossierView;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.store.dedupe.Dossier;

/** Explains a promo that is kept: finds it by what was typed of its id, and shows all there is to say of it. */
final class PromoExplanation {

    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{6}[0-9a-f-]{0,30}");
    private static final int MOST_CANDIDATES = 5;

    private final Session session;

    PromoExplanation(Session session) {
        this.session = session;
    }

    void print(String typed) {
        Dossier dossier = find(typed.toLowerCase(Locale.ROOT));
        if (session.json()) {
            String line =
                    new DossierJson(new PromoJson(session.today())).line(dossier, ReportedPromo.of(dossier.promo()));
            session.console().out().println(line);
        } else {
            new DossierView(session.console(), session.wiring().names()).print(dossier);
        }
    }

    /** The promo whose id begins so, or that was known by such an id before. */
    UUID id(String typed) {
        return find(typed.toLowerCase(Locale.ROOT)).promo().id();
    }

    private Dossier find(String beginning) {
        if (!BEGINNING.matcher(beginning).matches()) {
            throw wrong("explain.promo.form", Quoted.of(beginning));
        }
        List<UUID> named = session.wiring().dossiers().named(beginning, MOST_CANDIDATES + 1);
        if (named.size() > 1) {
            throw ambiguous(beginning, named);
        }
        Dossier dossier = named.stream()
                .flatMap(id -> session.wiring().dossiers().of(id).stream())
                .findFirst()
                .orElseThrow(() -> wrong("explain.promo.unknown", beginning));
        UUID id = dossier.promo().id();
        if (!id.toString().startsWith(beginning)) {
            session.console().say(Text.of(PromoExplanation.class, "explain.promo.alias", beginning, id.toString()));
        }
        return dossier;
    }

    private static MilesbotException ambiguous(String beginning, List<UUID> named) {
        String candidates =
                named.stream().limit(MOST_CANDIDATES).map(UUID::toString).collect(Collectors.joining(", "));
        String more = named.size() > MOST_CANDIDATES ? ", …" : "";
        return wrong("explain.promo.several", beginning, candidates + more);
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(PromoExplanation.class, key, arguments));
    }
}
