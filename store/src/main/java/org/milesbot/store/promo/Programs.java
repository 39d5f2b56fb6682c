package org.milesbot.store.promo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.db.Database;

/** Lists the programmes that promos are kept of. */
public final class Programs {

    private final Database database;

    public Programs(Database database) {
        this.database = database;
    }

    /**
     * Every programme there is a promo of, in the order of their slugs.
     *
     * @param day on which promos are open or not
     */
    public List<ProgramPromos> all(LocalDate day) {
        return database.with(open -> open.createQuery("""
                        select program, promos, open, (
                            select id
                            from promo newest
                            where newest.program = counted.program
                            order by published_at desc, id
                            limit 1) as newest
                        from (
                            select program, count(*) as promos, count(*) filter (where\s
                        """ + Promos.OPEN + """
                            ) as open
                            from promo
                            group by program) counted
                        order by program collate "C"
                        """)
                .bind("day", day)
                .bind("recent", Promos.openSince(day))
                .map((row, context) -> new ProgramPromos(
                        new ProgramId(row.getString("program")),
                        row.getLong("promos"),
                        row.getLong("open"),
                        row.getObject("newest", UUID.class)))
                .list());
    }
}
