package org.milesbot.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.store.testing.RandomProfiles;
import org.milesbot.store.user.HeldTier;
import org.milesbot.store.user.Level;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.ProgramChoice;
import org.milesbot.store.user.QuietHours;
import org.milesbot.store.user.UserConfig;

class UserSettingsFormTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Profile ANA = Profile.of(7, "Ana", NOW);
    private static final ProgramId SMILES = new ProgramId("smiles");

    private final UserSettingsForm form = formAt(NOW);

    private static UserSettingsForm formAt(Instant now) {
        return new UserSettingsForm(
                ProgramNames.known().slugs(), Set.of(UserConfig.TELEGRAM), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Profile with(String... assignments) {
        Profile profile = ANA;
        for (String assignment : assignments) {
            profile = form.with(profile, assignment);
        }
        return profile;
    }

    private WrongSetting refused(String assignment) {
        return catchThrowableOfType(WrongSetting.class, () -> form.with(ANA, assignment));
    }

    @Test
    void takesEverySetting() {
        UserConfig config = with(
                        "name=Ana  Souza",
                        "language=en",
                        "threshold=72,5",
                        "min_bonus=80%",
                        "kinds=transfer_bonus, award_fare",
                        "programs=smiles,latam_pass",
                        "origins=*,itau",
                        "tiers=smiles:club,itau:card",
                        "zone=europe/lisbon",
                        "quiet=22h30-7",
                        "urgent=sim",
                        "digest=weekly",
                        "digest_at=18:05",
                        "new=silent",
                        "ending=loud")
                .config();

        assertThat(config.bar().threshold()).isEqualByComparingTo("72.5");
        assertThat(config.bar().minBonus()).isEqualTo(Percent.of(80));
        assertThat(config.follows().kinds()).containsOnly(PromoKind.TRANSFER_BONUS, PromoKind.AWARD_FARE);
        assertThat(config.follows().origins()).extracting(Object::toString).containsOnly("*", "itau");
        assertThat(config.follows().tiers()).containsOnly(HeldTier.of("smiles:club"), HeldTier.of("itau:card"));
        assertThat(config.quiet().zone()).hasToString("Europe/Lisbon");
        assertThat(config.quiet().hours()).isEqualTo(new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0)));
        assertThat(config.quiet().urgentPasses()).isTrue();
        assertThat(config.digest().at()).isEqualTo(LocalTime.of(18, 5));
        assertThat(config.levels().created()).isEqualTo(Level.SILENT);
        assertThat(config.levels().ending()).isEqualTo(Level.LOUD);
        assertThat(form.notes()).isEmpty();
    }

    @Test
    void takesBackWhatWasSet() {
        Profile profile = with(
                "quiet=22:00-07:00",
                "min_bonus=80",
                "programs=smiles",
                "kinds=club",
                "min_bonus.smiles=90",
                "quiet=off",
                "min_bonus=off",
                "programs=all",
                "kinds=",
                "min_bonus.smiles=off");

        assertThat(profile.programs()).isEmpty();
        assertThat(profile.config().quiet()).isEqualTo(UserConfig.DEFAULT.quiet());
        assertThat(profile.config().bar()).isEqualTo(UserConfig.DEFAULT.bar());
        assertThat(profile.config().follows().programs()).isEmpty();
        assertThat(profile.config().follows().kinds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-11-28T12:00:00Z",
        "12h, 2026-11-22T00:00:00Z",
        "2w, 2026-12-05T12:00:00Z",
        "2026-12-01, 2026-12-01T03:00:00Z",
        "2026-12-01T10:30, 2026-12-01T13:30:00Z",
        "2026-12-01T10:30:00+00:00, 2026-12-01T10:30:00Z"
    })
    void silencesUntil(String words, Instant until) {
        assertThat(with("mute.smiles=" + words, "min_bonus.smiles=90").programs())
                .isEqualTo(Map.of(SMILES, new ProgramChoice(Percent.of(90), until)));
        assertThat(with("mute.smiles=" + words, "mute.Smiles=off").programs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treshold=70 | você quis dizer threshold?",
                "abracadabra=1 | existem name, language, channel",
                "threshold | o certo é CHAVE=VALOR",
                "=7 | o certo é CHAVE=VALOR",
                "mute=7d | mute.smiles=7d",
                "mut.smiles=7d | você quis dizer mute.smiles?",
                "mute.smile=7d | você quis dizer smiles?",
                "mute.smiles=logo | o certo é um prazo (12h, 7d, 2w)",
                "mute.smiles=2026-11-20 | o certo é um momento que ainda virá",
                "mute.smiles=9999w | o certo é um momento que ainda virá",
                "mute.smiles=2026-02-30 | o certo é um prazo",
                "threshold=101 | de 0 a 100",
                "threshold=-1 | de 0 a 100",
                "threshold=1e9 | de 0 a 100",
                "min_bonus=10001 | de 0 a 10000",
                "min_bonus.smiles=muito | de 0 a 10000",
                "language=fr | o certo é pt ou en",
                "channel=telegran | você quis dizer telegram?",
                "kinds=transfer_bonu | você quis dizer transfer_bonus?",
                "programs=smils,azul | você quis dizer smiles?",
                "programs=O Clube! | o certo são programas",
                "origins=O Banco! | o certo são bancos",
                "tiers=club | o certo é programa:categoria",
                "tiers=smiles:clube | você quis dizer club?",
                "zone=Lisbon | você quis dizer Europe/Lisbon?",
                "zone=America/Sao Paolo | você quis dizer America/Sao_Paulo?",
                "zone=Marte | America/Manaus",
                "quiet=25:00-07:00 | por exemplo, 22:00-07:00",
                "quiet=22:00 | por exemplo, 22:00-07:00",
                "quiet=22:00-22:00 | começa e termina na mesma hora",
                "urgent=talvez | o certo é on ou off",
                "digest=monthly | o certo é off, daily ou weekly",
                "digest_at=9:60 | por exemplo 09:00",
                "raised=alto | o certo é loud (com som)"
            })
    void saysWhatIsWrongAndWhatWouldBeRight(String assignment, String why) {
        WrongSetting wrong = refused(assignment);

        assertThat(wrong).as(assignment).isNotNull();
        assertThat(wrong.text().in(Locale.forLanguageTag("pt-BR"))).contains(why);
        assertThat(wrong.text().in(Locale.ENGLISH)).isNotEqualTo(wrong.text().in(Locale.forLanguageTag("pt-BR")));
    }

    @Test
    void showsNothingOfAHostileValueThatATerminalWouldObey() {
        assertThat(refused("language=\u001b[31mx\u202E" + "y".repeat(10_000)))
                .hasMessageContaining("[31mx")
                .satisfies(wrong ->
                        assertThat(wrong.getMessage()).hasSizeLessThan(500).doesNotContain("\u001b", "\u202E"));
        assertThat(refused("name=" + "x".repeat(201))).hasMessageContaining("at most 200 characters");
        assertThat(refused("programs=" + "azul,".repeat(101))).hasMessageContaining("100 at most");
    }

    @Test
    void takesNamesThatAreNewAndSaysSo() {
        Profile profile = with("programs=pontos_do_ze", "origins=banco_do_ze", "kinds=cashback");

        assertThat(profile.config().follows().programs()).containsOnly(new ProgramId("pontos_do_ze"));
        assertThat(form.notes())
                .extracting(Text::toString)
                .hasSize(3)
                .allMatch(note -> note.contains("is a name that is new"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatItShows(long seed) {
        for (Profile profile : new RandomProfiles(seed).list(30)) {
            // Silences that are over, and parts of seconds, are not shown to be typed again.
            UserSettingsForm early = formAt(Instant.parse("2025-12-31T00:00:00Z"));
            Profile typed = Profile.of(profile.telegramId(), profile.name(), NOW);
            for (Map.Entry<String, String> shown : SettingsShown.of(profile).entrySet()) {
                typed = early.with(typed, shown.getKey() + "=" + shown.getValue());
            }

            assertThat(typed.config()).isEqualTo(profile.config());
            assertThat(typed.programs().keySet()).isEqualTo(profile.programs().keySet());
            for (Map.Entry<ProgramId, ProgramChoice> choice : profile.programs().entrySet()) {
                Instant until = choice.getValue().mutedUntil();
                assertThat(typed.choice(choice.getKey()))
                        .isEqualTo(choice.getValue()
                                .withMutedUntil(until == null ? null : until.truncatedTo(ChronoUnit.SECONDS)));
            }
        }
    }

    @Test
    void keepsAKeyInOrder() {
        assertThat(SettingsShown.of(ANA).keySet())
                .containsExactlyElementsOf(Setting.keys().stream()
                        .filter(key -> !key.equals("name"))
                        .toList());
        assertThat(List.copyOf(SettingsShown.of(ANA).values()))
                .startsWith("pt", "telegram", "60", "off", "transfer_bonus");
    }
}
