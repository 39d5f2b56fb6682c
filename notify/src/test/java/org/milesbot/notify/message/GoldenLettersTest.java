package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.notify.message.Offers.TODAY;
import static org.milesbot.notify.message.Offers.bonus;
import static org.milesbot.notify.message.Offers.bounded;
import static org.milesbot.notify.message.Offers.club;
import static org.milesbot.notify.message.Offers.compared;
import static org.milesbot.notify.message.Offers.created;
import static org.milesbot.notify.message.Offers.livelo;
import static org.milesbot.notify.message.Offers.offer;
import static org.milesbot.notify.message.Offers.transfer;
import static org.milesbot.notify.message.Offers.until;
import static org.milesbot.notify.message.Offers.usual;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Window;
import org.milesbot.notify.message.Compared.Place;
import org.milesbot.notify.testing.BotHtml;

/** Whoever changes a sentence runs this with {@code -Dgolden.write=true} and reads what has changed. */
final class GoldenLettersTest {

    private static final Path FILES = Path.of("src/test/resources/org/milesbot/notify/message/golden");
    private static final Map<String, String> NAMES = Map.of(
            "smiles", "Smiles",
            "livelo", "Livelo",
            "esfera", "Esfera",
            "azul", "Azul Fidelidade",
            "latam_pass", "LATAM Pass",
            "itau", "Itaú",
            "bradesco", "Bradesco",
            "c6", "C6 Bank");
    private static final Letters LETTERS = new Letters(slug -> NAMES.getOrDefault(slug, slug));
    private static final Goodness SECOND = new Goodness(
            new Compared(new Place(2, 14), new Place(5, 61), LocalDate.parse("2025-03-10"), false, false),
            new Compared(new Place(1, 5), new Place(2, 20), null, false, false));
    private static final Goodness RECORD =
            new Goodness(new Compared(new Place(1, 14), new Place(1, 61), null, true, false), null);
    private static final Goodness EQUAL = new Goodness(
            new Compared(new Place(1, 9), new Place(1, 40), LocalDate.parse("2025-11-28"), false, true), null);
    private static final Goodness RECORD_OF_ORIGIN = new Goodness(
            new Compared(new Place(5, 14), new Place(19, 61), null, false, false),
            new Compared(null, new Place(1, 12), null, true, false));
    private static final Goodness FEW_IN_A_YEAR = new Goodness(
            new Compared(null, new Place(5, 61), null, false, false),
            new Compared(null, new Place(5, 20), null, false, false));

    static Stream<String> names() {
        return situations().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysInBothLanguagesWhatAPersonHasRead(String name) throws IOException {
        for (String language : List.of("pt", "en")) {
            Message message = Objects.requireNonNull(situations().get(name)).apply(Locale.forLanguageTag(language));
            String shown = shown(message);
            String file = name + "." + language + ".html";
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(FILES);
                Files.writeString(FILES.resolve(file), shown);
            }
            assertThat(BotHtml.fault(message.html())).isNull();
            assertThat(shown).as(file).isEqualTo(read(file));
        }
    }

    @Test
    void areShownInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/messages.md"));
        for (String name : List.of("created-club-member", "combo")) {
            Message message = Objects.requireNonNull(situations().get(name)).apply(Locale.forLanguageTag("pt"));
            String shown = BotHtml.seen(message.html()).indent(4).replaceAll("(?m)^ +$", "");
            assertThat(page).contains(shown.stripTrailing());
        }
    }

    private static String read(String file) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            return Files.readString(FILES.resolve(file));
        }
        try (InputStream golden = GoldenLettersTest.class.getResourceAsStream("golden/" + file)) {
            return new String(Objects.requireNonNull(golden, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String shown(Message message) {
        String rows = message.buttons().stream()
                .map(row -> row.stream().map(GoldenLettersTest::shown).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return message.html() + "\n" + (rows.isEmpty() ? "" : "\n" + rows + "\n");
    }

    private static String shown(Button button) {
        return "[" + button.label() + " | " + (button.url() == null ? button.data() : button.url()) + "]";
    }

    private static Map<String, Function<Locale, Message>> situations() {
        Map<String, Function<Locale, Message>> all = new TreeMap<>();
        putCreated(all);
        putKinds(all);
        putFollowUps(all);
        putDigests(all);
        putCombos(all);
        putOperators(all);
        return all;
    }

    private static Function<Locale, Message> alert(Telling telling, String... tiers) {
        return language -> LETTERS.alert(telling, person(language, tiers), TODAY);
    }

    private static Recipient person(Locale language, String... tiers) {
        return new Recipient(1, 42, language, Set.of(tiers));
    }

    private static void putCreated(Map<String, Function<Locale, Message>> all) {
        all.put("created-club-member", alert(created(compared(offer(usual()), SECOND)), "smiles:club"));
        all.put("created-not-a-member", alert(created(compared(offer(usual()), RECORD))));
        all.put(
                "created-up-to-from-every-bank",
                alert(created(compared(
                        offer(transfer(bonus(100, null), Window.UNKNOWN, "*"), "Até 100% de bônus para a Smiles", null),
                        EQUAL))));
        all.put("created-record-of-origin", alert(created(compared(offer(usual()), RECORD_OF_ORIGIN))));
        all.put("created-few-in-a-year", alert(created(compared(offer(usual()), FEW_IN_A_YEAR))));
        Promo years = livelo(bonus(
                100,
                70,
                club(80, "Clube Smiles há menos de 1 ano"),
                club(90, "Clube Smiles há 1 ano"),
                club(100, "Clube Smiles há 2 anos")));
        all.put("created-range-of-a-club", alert(created(offer(years)), "smiles:club"));
        Promo wide = transfer(
                bonus(
                        120,
                        60,
                        club(100, "Clube Smiles"),
                        Offers.card(120, "Cartão Smiles Infinite"),
                        Offers.card(110, "Cartão Smiles Platinum")),
                new Window(Moment.parse("2026-11-24T10:00"), Moment.parse("2027-01-06T12:30")),
                "livelo",
                "esfera",
                "itau",
                "bradesco",
                "c6");
        all.put("created-ahead-with-many-tiers", alert(created(offer(wide))));
        all.put(
                "created-untold-percentage",
                alert(created(offer(transfer(bonus(null, null), until("2026-11-22")), "Smiles avisa em breve", 12.0))));
        all.put(
                "created-hostile-title",
                alert(created(new Offer(
                        Offers.ID,
                        livelo(bonus(80, 80)),
                        "\u202E<script>alert(\"1\")</script>\n\n& mais <b>" + "A".repeat(5_000),
                        URI.create("javascript:alert(1)"),
                        Instant.parse("2026-11-20T15:00:00Z"),
                        50.0,
                        null))));
    }

    private static void putKinds(Map<String, Function<Locale, Message>> all) {
        all.put(
                "kind-points-purchase",
                alert(created(offer(Offers.purchase(), "LATAM Pass vende pontos com até 70% de desconto", 71.0))));
        all.put("kind-club", alert(created(offer(Offers.club(), "Clube Livelo 2.000 em oferta", 55.0))));
        all.put(
                "kind-earn-multiplier",
                alert(created(offer(Offers.earning(), "Até 15 pontos Azul por real em lojas parceiras", 64.0))));
        all.put("kind-internal-transfer", alert(created(offer(Offers.internal(), "Esfera turbina pontos", 40.0))));
        all.put("kind-award-fare", alert(created(offer(Offers.fare(), "Lisboa em executiva por 60 mil milhas", 90.0))));
        all.put("kind-of-a-plug-in", alert(created(offer(Offers.lounge(), "Salas VIP com 25% a menos", null))));
    }

    private static void putFollowUps(Map<String, Function<Locale, Message>> all) {
        Promo raised = livelo(bonus(100, 80, club(100, "Clube Smiles")));
        all.put(
                "raised",
                alert(new Telling(18, Reason.RAISED, "100", "80", compared(offer(raised), RECORD)), "smiles:club"));
        all.put(
                "extended",
                alert(new Telling(19, Reason.EXTENDED, "2026-11-30", "2026-11-25", offer(usual())), "smiles:club"));
        all.put(
                "extended-to-an-untold-day",
                alert(new Telling(19, Reason.EXTENDED, "?", "2026-11-25", offer(usual()))));
        all.put("extended-first-told", alert(new Telling(19, Reason.EXTENDED, "2027-01-10", null, offer(usual()))));
        Promo last = transfer(bonus(80, 60, club(80, "Clube Smiles")), until("2026-11-21T23:59"), "livelo");
        all.put("ending-at-an-hour", alert(new Telling(20, Reason.ENDING, "", null, offer(last)), "smiles:club"));
        Promo lastDay = transfer(bonus(80, 80), until("2026-11-21"), "livelo", "itau");
        all.put("ending-on-the-day", alert(new Telling(20, Reason.ENDING, "", null, offer(lastDay))));
    }

    private static void putDigests(Map<String, Function<Locale, Message>> all) {
        List<Telling> tellings = List.of(
                created(offer(Offers.club(), "Clube Livelo 2.000 em oferta", 55.0)),
                new Telling(18, Reason.RAISED, "80", "60", compared(offer(usual()), SECOND)),
                created(offer(Offers.fare(), "Lisboa em executiva por 60 mil milhas", 91.0)),
                new Telling(20, Reason.EXTENDED, "?", "2026-11-25", offer(Offers.internal(), "Esfera turbina", null)),
                new Telling(21, Reason.ENDING, "", null, offer(Offers.purchase(), "LATAM Pass com desconto", 71.0)));
        all.put("digest-catch-up", digest(tellings, 2, DigestKind.CATCH_UP));
        all.put("digest-daily-one", digest(tellings.subList(0, 1), 0, DigestKind.DAILY));
        all.put("digest-weekly", digest(tellings.subList(0, 3), 1, DigestKind.WEEKLY));
        all.put("digest-welcome", digest(tellings.subList(0, 2), 0, DigestKind.WELCOME));
        all.put("digest-of-nothing-left", digest(List.of(), 3, DigestKind.CATCH_UP));
    }

    private static Function<Locale, Message> digest(List<Telling> tellings, int expired, DigestKind kind) {
        return language -> LETTERS.digest(tellings, expired, kind, person(language, "smiles:club"), TODAY);
    }

    private static void putCombos(Map<String, Function<Locale, Message>> all) {
        Offer seat = offer(Offers.fare(), "Lisboa em executiva por 60 mil milhas", 90.0);
        all.put("combo", combo(new ComboTelling(23, offer(usual()), seat), "smiles:club"));
        Offer capped = offer(livelo(bounded(bonus(100, 60), null, 20_000L)), "Até 100% na Smiles", 70.0);
        all.put("combo-range-and-cap", combo(new ComboTelling(24, capped, seat)));
        Offer short1 =
                offer(Offers.seat(6_000, null, org.milesbot.api.promo.Place.city("RIO")), "Rio por 6 mil milhas", 70.0);
        Offer least = offer(
                transfer(bounded(bonus(80, null), 10_000L, null), Window.UNKNOWN, "*"), "Até 80% na Smiles", 70.0);
        all.put("combo-up-to-and-least", combo(new ComboTelling(25, least, short1)));
        Offer untold = offer(livelo(bonus(null, null)), "Smiles com bônus", 70.0);
        all.put("combo-untold-percentage", combo(new ComboTelling(26, untold, seat)));
    }

    private static Function<Locale, Message> combo(ComboTelling telling, String... tiers) {
        return language -> LETTERS.combo(telling, person(language, tiers), TODAY);
    }

    private static void putOperators(Map<String, Function<Locale, Message>> all) {
        Instant since = Instant.parse("2026-11-20T12:30:00Z");
        all.put(
                "operator-source-failing",
                operator(letters -> letters.source(new SourceTrouble(
                        "melhores_destinos",
                        SourceTrouble.Kind.FAILING,
                        since,
                        6,
                        "timed out",
                        "connect <timed out> & gave up"))));
        all.put(
                "operator-source-silent",
                operator(letters -> letters.source(
                        new SourceTrouble("smiles_blog", SourceTrouble.Kind.SILENT, since, 0, "read", null))));
        all.put(
                "operator-source-recovered",
                operator(letters -> letters.source(
                        new SourceTrouble("smiles_blog", SourceTrouble.Kind.RECOVERED, null, 0, "read", null))));
        all.put(
                "operator-dead-letters",
                operator(letters -> letters.deadLetters(12, "400 Bad Request: can't parse entities")));
        all.put("operator-slowed-down", operator(letters -> letters.slowedDown(3, Duration.ofSeconds(35))));
        all.put("operator-locked-out", operator(letters -> letters.locked("telegram", "401 Unauthorized")));
    }

    private static Function<Locale, Message> operator(Function<OperatorLetters, Message> letter) {
        return language -> letter.apply(new OperatorLetters(language));
    }
}
