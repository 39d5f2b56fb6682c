package org.milesbot.store.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.db.Database;
import org.milesbot.store.llm.Grant.Denied;
import org.milesbot.store.llm.Grant.Limit;
import org.milesbot.store.llm.Grant.Reserved;
import org.milesbot.store.privacy.PersonalRows;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.Users;

@TestInstance(Lifecycle.PER_CLASS)
class LlmBudgetTest {

    /** The evening of the 30th in São Paulo, the first of December already in UTC. */
    private static final Instant EVENING = Instant.parse("2026-12-01T02:00:00Z");

    private static final Instant NEXT_DAY = Instant.parse("2026-12-01T03:00:00Z");
    private static final LocalDate THE_30TH = LocalDate.of(2026, 11, 30);
    private static final Caps CAPS = new Caps(1_000, 10_000);

    private final TestDatabase test = TestDatabase.migrated();
    private SettableClock clock = SettableClock.at(EVENING);
    private long ana;
    private long rui;

    @BeforeEach
    void begin() {
        test.database().useTransaction(open -> open.execute("delete from app_user; delete from llm_month"));
        clock = SettableClock.at(EVENING);
        Users users = new Users(test.database());
        ana = users.add(Profile.of(1, "Ana", EVENING)).orElseThrow().id();
        rui = users.add(Profile.of(2, "Rui", EVENING)).orElseThrow().id();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private LlmBudget budget(Caps caps) {
        return new LlmBudget(test.database(), caps, clock);
    }

    private Reserved reserved(LlmBudget budget, long user, long tokens) {
        return (Reserved) budget.reserve(user, tokens);
    }

    @Test
    void setsAsideUpToTheDaysCapAndNotOneTokenMore() {
        LlmBudget budget = budget(CAPS);

        assertThat(budget.reserve(ana, 600)).isEqualTo(new Reserved(ana, THE_30TH, 600));
        assertThat(budget.reserve(ana, 401)).isEqualTo(new Denied(Limit.DAY));
        assertThat(budget.reserve(ana, 400)).isInstanceOf(Reserved.class);
        assertThat(budget.reserve(rui, 1_000)).isInstanceOf(Reserved.class);
        assertThat(budget.today(ana)).isEqualTo(new Spent(2, 0, 0, 1_000));
        assertThat(budget.thisMonth()).isEqualTo(new Spent(3, 0, 0, 2_000));
    }

    @Test
    void countsWhatWasUsedForWhatWasSetAside() {
        LlmBudget budget = budget(CAPS);

        budget.settle(reserved(budget, ana, 900), 200, 30);

        assertThat(budget.today(ana)).isEqualTo(new Spent(1, 200, 30, 0));
        assertThat(budget.thisMonth()).isEqualTo(new Spent(1, 200, 30, 0));
        assertThat(budget.reserve(ana, 771)).isEqualTo(new Denied(Limit.DAY));
        assertThat(budget.reserve(ana, 770)).isInstanceOf(Reserved.class);
    }

    @Test
    void countsAlsoWhatWasUsedBeyondWhatWasSetAside() {
        LlmBudget budget = budget(CAPS);

        budget.settle(reserved(budget, ana, 100), 1_500, 30);

        assertThat(budget.today(ana).total()).isEqualTo(1_530);
        assertThat(budget.reserve(ana, 1)).isEqualTo(new Denied(Limit.DAY));
    }

    @Test
    void holdsAllToTheMonthsCap() {
        LlmBudget budget = budget(new Caps(1_000, 1_500));
        reserved(budget, ana, 1_000);

        assertThat(budget.reserve(rui, 501)).isEqualTo(new Denied(Limit.MONTH));
        assertThat(budget.reserve(rui, 500)).isInstanceOf(Reserved.class);
        assertThat(budget.thisMonth()).isEqualTo(new Spent(2, 0, 0, 1_500));
    }

    @Test
    void beginsADayAndAMonthAtMidnightInSaoPaulo() {
        LlmBudget budget = budget(new Caps(1_000, 1_000));
        Reserved late = reserved(budget, ana, 1_000);
        clock.show(NEXT_DAY);

        assertThat(budget.reserve(ana, 1_000)).isEqualTo(new Reserved(ana, THE_30TH.plusDays(1), 1_000));
        budget.settle(late, 70, 7);

        assertThat(budget.thisMonth()).isEqualTo(new Spent(1, 0, 0, 1_000));
        assertThat(budget.ever()).isEqualTo(new Spent(2, 70, 7, 1_000));
        clock.show(EVENING);
        assertThat(budget.today(ana)).isEqualTo(new Spent(1, 70, 7, 0));
        assertThat(budget.thisMonth()).isEqualTo(new Spent(1, 70, 7, 0));
    }

    @Test
    void keepsForTheDayWhatALostProcessHadSetAside() {
        reserved(budget(CAPS), ana, 1_000);

        assertThat(budget(CAPS).reserve(ana, 1)).isEqualTo(new Denied(Limit.DAY));
        clock.show(NEXT_DAY);
        assertThat(budget(CAPS).reserve(ana, 1_000)).isInstanceOf(Reserved.class);
    }

    @Test
    void countsForTheMonthWhatSomebodyUsedWhoIsForgotten() {
        LlmBudget budget = budget(CAPS);
        Reserved reserved = reserved(budget, ana, 900);
        new PersonalRows(test.database()).erase(1);

        budget.settle(reserved, 200, 30);

        assertThat(budget.today(ana)).isEqualTo(Spent.NOTHING);
        assertThat(budget.thisMonth()).isEqualTo(new Spent(1, 200, 30, 0));
    }

    @Test
    void setsNothingAsideForNobody() {
        LlmBudget budget = budget(CAPS);

        assertThatThrownBy(() -> budget.reserve(rui + 1_000, 1)).isInstanceOf(MilesbotException.class);
        assertThat(budget.ever()).isEqualTo(Spent.NOTHING);
    }

    @Test
    void neverPassesACapHoweverManyAskAtOnce() throws ExecutionException, InterruptedException {
        Caps caps = new Caps(700, 1_000);
        List<Database> connections = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Grant> grants = new ArrayList<>();
        try {
            List<Callable<List<Grant>>> askers = new ArrayList<>();
            for (int asker = 0; asker < 6; asker++) {
                Database connection = test.another();
                connections.add(connection);
                LlmBudget budget = new LlmBudget(connection, caps, clock);
                long user = asker % 2 == 0 ? ana : rui;
                askers.add(() -> ask(budget, user));
            }
            for (Future<List<Grant>> asked : threads.invokeAll(askers)) {
                grants.addAll(asked.get());
            }
        } finally {
            threads.shutdownNow();
            connections.forEach(Database::close);
        }

        LlmBudget budget = budget(caps);
        long granted = grants.stream().filter(Reserved.class::isInstance).count();
        assertThat(granted).isBetween(1_000 / 30L - 1, 1_000 / 10L);
        assertThat(budget.thisMonth().calls()).isEqualTo(granted);
        assertThat(budget.thisMonth().reserved())
                .isEqualTo(budget.today(ana).reserved() + budget.today(rui).reserved());
        assertThat(budget.thisMonth().total()).isBetween(1_000L - 30, 1_000L);
        assertThat(budget.today(ana).total()).isLessThanOrEqualTo(700);
        assertThat(budget.today(rui).total()).isLessThanOrEqualTo(700);
    }

    /** Every third is lost, the others use a third of what was set aside. */
    private static List<Grant> ask(LlmBudget budget, long user) {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Grant grant = budget.reserve(user, 30);
            grants.add(grant);
            if (grant instanceof Reserved reserved && i % 3 != 0) {
                budget.settle(reserved, 6, 4);
            }
        }
        return grants;
    }
}
