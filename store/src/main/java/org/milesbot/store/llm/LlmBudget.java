package org.milesbot.store.llm;

import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.milesbot.api.Zones;
import org.milesbot.store.db.Database;
import org.milesbot.store.llm.Grant.Denied;
import org.milesbot.store.llm.Grant.Limit;
import org.milesbot.store.llm.Grant.Reserved;

/**
 * Sets tokens aside before the language model is asked, and counts what was used afterwards. However many ask at once, from
 * however many processes, what was used and what is set aside never pass a cap together; only a model that uses more than was
 * set aside for it can. What a process set aside that died is never given back: the call may have been made and be charged.
 */
public final class LlmBudget {

    private static final RowMapper<Spent> SPENT = (row, context) -> new Spent(
            row.getLong("calls"), row.getLong("tokens_in"), row.getLong("tokens_out"), row.getLong("reserved"));

    private final Database database;
    private final Caps caps;
    private final Clock clock;

    public LlmBudget(Database database, Caps caps, Clock clock) {
        this.database = database;
        this.caps = caps;
        this.clock = clock;
    }

    /**
     * Sets tokens aside for one question.
     *
     * @param userId who asks; somebody who is known
     * @param tokens how many it may cost at most
     */
    public Grant reserve(long userId, long tokens) {
        Reserved wanted = new Reserved(userId, today(), tokens);
        return database.inTransaction(open -> {
            if (!ofMonth(open, wanted)) {
                return new Denied(Limit.MONTH);
            }
            if (!ofDay(open, wanted)) {
                open.rollback();
                return new Denied(Limit.DAY);
            }
            return wanted;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO);
    }

    /** The month's row is locked until the transaction ends: whoever asks at the same time waits for it, and sees it. */
    private boolean ofMonth(Handle open, Reserved wanted) {
        open.createUpdate("insert into llm_month (month) values (:month) on conflict do nothing")
                .bind("month", wanted.day().withDayOfMonth(1))
                .execute();
        return open.createUpdate("""
                        update llm_month
                        set calls = calls + 1, reserved = reserved + :tokens
                        where month = :month and tokens_in + tokens_out + reserved + :tokens <= :cap
                        """)
                        .bind("month", wanted.day().withDayOfMonth(1))
                        .bind("tokens", wanted.tokens())
                        .bind("cap", caps.monthly())
                        .execute()
                == 1;
    }

    private boolean ofDay(Handle open, Reserved wanted) {
        open.createUpdate("insert into llm_usage (user_id, day) values (:user, :day) on conflict do nothing")
                .bind("user", wanted.userId())
                .bind("day", wanted.day())
                .execute();
        return open.createUpdate("""
                        update llm_usage
                        set calls = calls + 1, reserved = reserved + :tokens
                        where user_id = :user and day = :day
                          and tokens_in + tokens_out + reserved + :tokens <= :cap
                        """)
                        .bind("user", wanted.userId())
                        .bind("day", wanted.day())
                        .bind("tokens", wanted.tokens())
                        .bind("cap", caps.daily())
                        .execute()
                == 1;
    }

    /** Takes what was used for what was set aside, once. */
    public void settle(Reserved reserved, long tokensIn, long tokensOut) {
        database.useTransaction(open -> {
            open.createUpdate("""
                            update llm_month
                            set reserved = reserved - :tokens, tokens_in = tokens_in + :in, tokens_out = tokens_out + :out
                            where month = :month
                            """)
                    .bind("month", reserved.day().withDayOfMonth(1))
                    .bind("tokens", reserved.tokens())
                    .bind("in", tokensIn)
                    .bind("out", tokensOut)
                    .execute();
            open.createUpdate("""
                            update llm_usage
                            set reserved = reserved - :tokens, tokens_in = tokens_in + :in, tokens_out = tokens_out + :out
                            where user_id = :user and day = :day
                            """)
                    .bind("user", reserved.userId())
                    .bind("day", reserved.day())
                    .bind("tokens", reserved.tokens())
                    .bind("in", tokensIn)
                    .bind("out", tokensOut)
                    .execute();
        });
    }

    /** What somebody used today. */
    public Spent today(long userId) {
        return database.with(open -> open.createQuery("select * from llm_usage where user_id = :user and day = :day")
                .bind("user", userId)
                .bind("day", today())
                .map(SPENT)
                .findOne()
                .orElse(Spent.NOTHING));
    }

    /** What all used this month. */
    public Spent thisMonth() {
        return database.with(open -> open.createQuery("select * from llm_month where month = :month")
                .bind("month", today().withDayOfMonth(1))
                .map(SPENT)
                .findOne()
                .orElse(Spent.NOTHING));
    }

    /** What all used since the beginning. */
    public Spent ever() {
        return database.with(open -> open.createQuery("""
                        select coalesce(sum(calls), 0) as calls,
                            coalesce(sum(tokens_in), 0) as tokens_in,
                            coalesce(sum(tokens_out), 0) as tokens_out,
                            coalesce(sum(reserved), 0) as reserved
                        from llm_month
                        """).map(SPENT).one());
    }
}
