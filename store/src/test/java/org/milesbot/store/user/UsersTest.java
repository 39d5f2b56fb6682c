package org.milesbot.store.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.testing.RandomProfiles;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.UserConfig.Follows;
import org.milesbot.store.user.UserConfig.Quiet;

@TestInstance(Lifecycle.PER_CLASS)
class UsersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456789Z");
    private static final long ANA = 7_000_000_001L;
    private static final long GROUP = -1_001_234_567_890L;
    private static final ProgramId SMILES = new ProgramId("smiles");
    private static final ProgramId AZUL = new ProgramId("azul");

    private final TestDatabase test = TestDatabase.migrated();
    private final Users users = new Users(test.database());

    @BeforeEach
    void clear() {
        test.database().useTransaction(open -> open.execute("delete from app_user; delete from alert"));
    }

    @AfterAll
    void close() {
        test.close();
    }

    private User add(long telegramId) {
        return users.add(Profile.of(telegramId, "Ana", NOW)).orElseThrow();
    }

    private static UserRoute route(String from, String to) {
        return new UserRoute(0, Set.of(from), Set.of(to), Cabin.BUSINESS, 90_000L, TravelDates.UNKNOWN);
    }

    private static Profile withoutRouteIds(Profile profile) {
        return profile.withRoutes(
                profile.routes().stream().map(route -> route.withId(0)).toList());
    }

    @Test
    void defaultsAreThoseOfTheTable() {
        test.database().useTransaction(open -> open.execute("""
                        with person as (
                            insert into app_user (telegram_id, created_at) values (1, now()) returning id)
                        insert into user_config (user_id) select id from person
                        """));

        User user = users.findByTelegram(1).orElseThrow();

        assertThat(user.config()).isEqualTo(UserConfig.DEFAULT);
        assertThat(user.role()).isEqualTo(Role.MEMBER);
        assertThat(user.name()).isEmpty();
        assertThat(user.disabled()).isNull();
    }

    @Test
    void findsWhomItKeeps() {
        User ana = add(ANA);
        User group = add(GROUP);

        assertThat(users.find(ana.id())).contains(ana);
        assertThat(users.findByTelegram(GROUP)).contains(group);
        assertThat(users.findByTelegram(List.of(ANA, GROUP, 5L))).isEqualTo(Map.of(ANA, ana, GROUP, group));
        assertThat(users.findByTelegram(5)).isEmpty();
        assertThat(ana.createdAt()).isEqualTo(Instant.parse("2026-11-21T12:00:00.123456Z"));
    }

    @Test
    void addsNobodyTwice() {
        User ana = add(ANA);

        assertThat(users.add(Profile.of(ANA, "Other", NOW))).isEmpty();
        assertThat(users.find(ana.id())).contains(ana);
    }

    @Test
    void keepsAllThatIsToldOfEverybody() {
        List<Profile> profiles = new RandomProfiles(1).list(60);

        users.save(profiles);

        Map<Long, User> kept =
                users.findByTelegram(profiles.stream().map(Profile::telegramId).toList());
        assertThat(kept).hasSize(60);
        for (Profile profile : profiles) {
            assertThat(kept)
                    .hasEntrySatisfying(
                            profile.telegramId(),
                            user -> assertThat(withoutRouteIds(user.profile())).isEqualTo(profile));
        }
    }

    @Test
    void becomesWhatIsToldLast() {
        List<Profile> first = new RandomProfiles(2).list(40);
        users.save(first);
        List<Profile> other = new ArrayList<>();
        List<Profile> strangers = new RandomProfiles(3).list(40);
        for (int i = 0; i < 40; i++) {
            Profile stranger = strangers.get(i);
            other.add(new Profile(
                    first.get(i).telegramId(),
                    stranger.name(),
                    stranger.since(),
                    stranger.config(),
                    stranger.programs(),
                    stranger.routes(),
                    Map.of()));
        }

        users.save(other);

        assertThat(users.list(UserFilter.MEMBERS, 0, 100).stream()
                        .map(User::profile)
                        .map(UsersTest::withoutRouteIds))
                .containsExactlyInAnyOrderElementsOf(other);
    }

    @Test
    void savesAllOrNobody() {
        Profile nowhere = Profile.of(2, "", NOW)
                .withConfig(UserConfig.DEFAULT.withQuiet(new Quiet(null, ZoneId.of("SystemV/PST8"), false)));

        assertThatThrownBy(() -> users.save(List.of(Profile.of(1, "", NOW), nowhere)))
                .isInstanceOf(MilesbotException.class)
                .hasMessageContaining("SystemV/PST8");
        assertThat(users.findByTelegram(1)).isEmpty();
        assertThat(users.unknownZones(List.of("America/Sao_Paulo", "Europe/Lisbon", "Mars/Olympus")))
                .containsExactly("Mars/Olympus");
    }

    @Test
    void listsThemInTheOrderInWhichTheyCame() {
        IntStream.rangeClosed(1, 5).forEach(this::add);
        users.disable(users.findByTelegram(2).orElseThrow().id(), new Disabled(NOW, "blocked"));
        follow(3, SMILES);
        follow(4, AZUL);
        operator(1);

        assertThat(chats(UserFilter.MEMBERS)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(chats(new UserFilter(Role.MEMBER, true, null))).containsExactly(2L);
        assertThat(chats(new UserFilter(Role.MEMBER, false, null))).containsExactly(1L, 3L, 4L, 5L);
        assertThat(chats(new UserFilter(Role.MEMBER, null, SMILES))).containsExactly(1L, 2L, 3L, 5L);
        List<User> page = users.list(UserFilter.MEMBERS, 0, 2);
        assertThat(users.list(UserFilter.MEMBERS, page.get(1).id(), 2))
                .extracting(User::telegramId)
                .containsExactly(3L, 4L);
    }

    private List<Long> chats(UserFilter filter) {
        List<Long> chats = new ArrayList<>();
        users.forEach(filter, user -> chats.add(user.telegramId()));
        return chats;
    }

    private void follow(long telegramId, ProgramId program) {
        users.change(
                telegramId,
                profile -> profile.withConfig(profile.config()
                        .withFollows(
                                new Follows(profile.config().follows().kinds(), Set.of(program), Set.of(), Set.of()))));
    }

    private void operator(long telegramId) {
        test.database()
                .useTransaction(open -> open.execute(
                        "insert into app_user (role, telegram_id, created_at) values ('operator', ?, now())",
                        telegramId));
    }

    @Test
    void keepsTheOperatorApart() {
        operator(ANA);

        assertThat(users.findByTelegram(ANA)).isEmpty();
        assertThat(add(ANA).role()).isEqualTo(Role.MEMBER);
        List<User> operators = users.list(new UserFilter(Role.OPERATOR, null, null), 0, 9);
        assertThat(operators).singleElement().satisfies(operator -> {
            assertThat(operator.role()).isEqualTo(Role.OPERATOR);
            assertThat(operator.config()).isEqualTo(UserConfig.DEFAULT);
        });
    }

    @Test
    void goesThroughMoreThanAPage() {
        users.save(IntStream.rangeClosed(1, 2_500)
                .mapToObj(i -> Profile.of(i, "", NOW))
                .toList());

        assertThat(chats(UserFilter.MEMBERS)).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void losesNoneOfTheChangesMadeAtOnce() throws ExecutionException, InterruptedException {
        add(ANA);
        Callable<@Nullable Void> addRoutes = () -> {
            try (Database other = test.another()) {
                for (int i = 0; i < 10; i++) {
                    String code = "A" + (char) ('A' + Thread.currentThread().getId() % 26) + (char) ('A' + i);
                    new Users(other).change(ANA, profile -> profile.withRoute(route("GRU", code)));
                }
                return null;
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(2);

        for (Future<@Nullable Void> done : pool.invokeAll(List.of(addRoutes, addRoutes))) {
            done.get();
        }

        pool.shutdown();
        assertThat(users.findByTelegram(ANA).orElseThrow().routes()).hasSize(20);
    }

    @Test
    void changesNothingWhenTheChangeFails() {
        User ana = add(ANA);

        assertThatThrownBy(() -> users.change(ANA, profile -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(users.find(ana.id())).contains(ana);
        assertThat(users.change(5, profile -> profile)).isEmpty();
    }

    @Test
    void keepsTheNumbersOfRoutesThatStay() {
        add(ANA);
        User before = users.change(
                        ANA, profile -> profile.withRoute(route("GRU", "LIS")).withRoute(route("GRU", "MAD")))
                .orElseThrow();

        User after = users.change(
                        ANA,
                        profile -> profile.withRoutes(List.of(route("GRU", "MAD"), route("REC", "LIS")))
                                .withRoute(route("REC", "LIS")))
                .orElseThrow();

        assertThat(after.routes()).hasSize(2);
        assertThat(after.routes().get(0)).isEqualTo(before.routes().get(1));
        assertThat(users.removeRoute(after.id(), after.routes().get(0).id())).isTrue();
        assertThat(users.removeRoute(after.id(), before.routes().get(0).id())).isFalse();
        assertThat(users.find(after.id()).orElseThrow().routes()).hasSize(1);
    }

    @Test
    void silencesAProgrammeForAWhile() {
        User ana = add(ANA);
        Instant until = NOW.plus(Duration.ofDays(7));
        users.change(ANA, profile -> profile.withChoice(AZUL, ProgramChoice.NONE.withMinBonus(Percent.of(90))));

        users.mute(ana.id(), SMILES, until);
        users.mute(ana.id(), AZUL, until);
        users.mute(99, SMILES, until);

        assertThat(users.find(ana.id()).orElseThrow().programs())
                .containsOnlyKeys(SMILES, AZUL)
                .containsEntry(AZUL, new ProgramChoice(Percent.of(90), Instant.parse("2026-11-28T12:00:00.123456Z")));

        users.mute(ana.id(), SMILES, null);
        users.mute(ana.id(), AZUL, null);

        assertThat(users.find(ana.id()).orElseThrow().programs())
                .isEqualTo(Map.of(AZUL, ProgramChoice.NONE.withMinBonus(Percent.of(90))));
    }

    @Test
    void disablesAndEnables() {
        User ana = add(ANA);

        users.disable(ana.id(), new Disabled(NOW, "blocked\u0000 by\nthe user " + "x".repeat(9_999)));
        users.disable(ana.id(), new Disabled(NOW.plusSeconds(9), "again"));

        assertThat(users.find(ana.id()).orElseThrow().disabled())
                .isNotNull()
                .satisfies(disabled -> assertThat(disabled.at()).isEqualTo(ana.createdAt()))
                .extracting(Disabled::why)
                .asString()
                .startsWith("blocked by the user xxx")
                .hasSizeLessThanOrEqualTo(500);
        users.enable(ana.id());
        assertThat(users.find(ana.id())).contains(ana);
    }

    @Test
    void remembersWhoWantsToBeReminded() {
        User ana = add(ANA);
        new Sightings(test.database()).store("blogs", 1, NOW, List.of(Samples.sighted("a", Samples.transfer())));
        UUID promo = test.database()
                .with(open -> open.createQuery("select id from promo")
                        .mapTo(UUID.class)
                        .one());

        assertThat(users.remind(ana.id(), promo, NOW)).isTrue();
        assertThat(users.remind(ana.id(), promo, NOW)).isFalse();
        assertThat(users.remind(ana.id(), UUID.randomUUID(), NOW)).isFalse();
        assertThat(users.remind(99, promo, NOW)).isFalse();

        Profile kept = users.find(ana.id()).orElseThrow().profile();
        assertThat(kept.reminders()).containsOnlyKeys(promo);
        users.forgetReminder(ana.id(), promo);
        assertThat(users.find(ana.id()).orElseThrow().profile().reminders()).isEmpty();
        users.save(List.of(kept.withReminders(Map.of(promo, NOW, UUID.randomUUID(), NOW))));
        assertThat(users.find(ana.id()).orElseThrow().profile()).isEqualTo(kept);
    }
}
