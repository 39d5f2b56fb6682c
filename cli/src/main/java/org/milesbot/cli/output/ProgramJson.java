package org.milesbot.cli.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.promo.ProgramPromos;

/** A programme and what is kept of it, as JSON in the form of {@code docs/schemas/program.schema.json}. */
public final class ProgramJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PromoJson promos;
    private final ProgramNames names;

    /**
     * @param promos writes the promos
     * @param names what people call the programmes
     */
    public ProgramJson(PromoJson promos, ProgramNames names) {
        this.promos = promos;
        this.names = names;
    }

    /**
     * A programme as one line.
     *
     * @param newest its promo that was published last; null if that is gone meanwhile
     */
    public String line(ProgramPromos program, @Nullable ReportedPromo newest) {
        ObjectNode line = JSON.createObjectNode();
        String slug = program.program().value();
        line.put("program", slug);
        line.put("name", names.of(slug));
        line.put("promos", program.promos());
        line.put("open", program.open());
        line.set("newest", newest == null ? null : promos.tree(newest));
        return line.toString();
    }
}
