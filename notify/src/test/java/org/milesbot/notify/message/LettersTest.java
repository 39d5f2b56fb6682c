package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.milesbot.notify.message.Offers.TODAY;
import static org.milesbot.notify.message.Offers.bonus;
import static org.milesbot.notify.message.Offers.created;
import static org.milesbot.notify.message.Offers.livelo;
import static org.milesbot.notify.message.Offers.offer;
import static org.milesbot.notify.message.Offers.transfer;
import static org.milesbot.notify.message.Offers.until;
import static org.milesbot.notify.message.Offers.usual;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.notify.testing.BotHtml;

final class LettersTest {

    private static final Recipient MARIA = new Recipient(1, 42, Locale.forLanguageTag("pt"), Set.of());
    private static final Letters LETTERS = new Letters(slug -> slug);

    private static Message alert(Telling telling) {
        return LETTERS.alert(telling, MARIA, TODAY);
    }

    private static List<String> data(Message message) {
        return message.buttons().stream()
                .flatMap(List::stream)
                .map(button -> button.data() == null ? String.valueOf(button.url()) : button.data())
                .toList();
    }

    private static Offer at(String url) {
        return new Offer(Offers.ID, usual(), "Título", URI.create(url), Instant.EPOCH, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com/x",
                "http://localhost/x",
                "https://user:password@example.com/",
                "/relative",
                "mailto:a@b.com",
                "https:opaque"
            })
    void linksNothingThatIsNotOfTheWeb(String url) {
        Message message = alert(created(at(url)));

        assertThat(data(message)).containsExactly("why:17", "mute:smiles", "remind:" + Offers.ID);
        assertThat(message.html()).doesNotContain("href");
    }

    @Test
    void linksAddressesInAscii() {
        Message message = alert(created(at("https://example.com/promoção?a=1&b=2")));

        assertThat(data(message)).contains("https://example.com/promo%C3%A7%C3%A3o?a=1&b=2");
        assertThat(message.html()).contains("href=\"https://example.com/promo%C3%A7%C3%A3o?a=1&amp;b=2\"");
    }

    @Test
    void leavesOutAButtonWhoseDataWouldBeTooLong() {
        Promo promo = Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("a".repeat(63)))
                .build();

        assertThat(data(alert(created(offer(promo))))).noneMatch(data -> data.startsWith("mute:"));
    }

    @Test
    void remindsOnlyOfALastDayThatIsToCome() {
        assertThat(data(alert(created(offer(transfer(bonus(80, 80), until("2026-11-22")))))))
                .contains("remind:" + Offers.ID);
        assertThat(data(alert(created(offer(transfer(bonus(80, 80), until("2026-11-21")))))))
                .doesNotContain("remind:" + Offers.ID);
        assertThat(data(alert(created(offer(transfer(bonus(80, 80), Window.UNKNOWN))))))
                .doesNotContain("remind:" + Offers.ID);
        assertThat(data(alert(new Telling(1, Reason.ENDING, "", null, offer(usual())))))
                .doesNotContain("remind:" + Offers.ID);
    }

    @Test
    void saysWhenItIsTooLateOrStillTime() {
        Offer over = offer(transfer(bonus(80, 80), until("2026-11-20T23:59")));
        Offer ahead = offer(transfer(bonus(80, 80), until("2026-11-23")));

        assertThat(alert(created(over)).html()).contains("Acabou em sex., 20/11, 23h59");
        assertThat(alert(new Telling(1, Reason.ENDING, "", null, over)).html())
                .startsWith("⏰ <b>Acabou em sex., 20/11, 23h59</b>");
        assertThat(alert(new Telling(1, Reason.ENDING, "", null, ahead)).html()).startsWith("⏰ <b>Até seg., 23/11</b>");
    }

    @Test
    void saysEveryReasonOfEveryKind() {
        List<Promo> promos = List.of(
                usual(),
                Offers.purchase(),
                Offers.club(),
                Offers.earning(),
                Offers.internal(),
                Offers.fare(),
                Offers.lounge(),
                Promo.builder(new PromoKind("unheard_of"), Offers.SMILES).build());
        for (Promo promo : promos) {
            for (Reason reason : Reason.values()) {
                String detail = reason == Reason.RAISED ? "90" : reason == Reason.EXTENDED ? "2026-12-01" : "";
                Message message = alert(new Telling(1, reason, detail, null, offer(promo)));
                assertThat(BotHtml.seen(message.html())).doesNotContain("null").hasSizeLessThan(600);
            }
        }
    }

    @Test
    void putsTheBestOfADigestFirstAndBoundsIt() {
        List<Telling> many = Stream.iterate(1, score -> score + 1)
                .limit(60)
                .map(score -> created(offer(livelo(bonus(80, 80)), "Título " + score + ".", score * 1.0)))
                .toList();

        Message digest = LETTERS.digest(many, 0, DigestKind.DAILY, MARIA, TODAY);

        assertThat(BotHtml.seen(digest.html())).contains("Título 60.", "Título 11.", "E mais 10, menos relevantes.");
        assertThat(BotHtml.seen(digest.html())).doesNotContain("Título 10.");
        assertThat(digest.html().indexOf("Título 60.")).isLessThan(digest.html().indexOf("Título 59."));
    }

    @Test
    void refusesToTellNothing() {
        assertThatThrownBy(() -> LETTERS.digest(List.of(), 0, DigestKind.DAILY, MARIA, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACombinationThatIsNone() {
        Offer seat = offer(Offers.fare());
        Promo azul =
                Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("azul")).build();

        assertThatThrownBy(() -> new ComboTelling(1, offer(azul), seat)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ComboTelling(1, offer(usual()), offer(usual())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void escapesNamesAndLabels() {
        Letters hostile = new Letters(slug -> "<" + slug + ">");
        Promo promo = livelo(bonus(80, 60, Offers.club(80, "<b>\n" + "x".repeat(500))));

        Message message = hostile.alert(created(offer(promo)), MARIA, TODAY);

        assertThat(BotHtml.seen(message.html())).contains("<livelo> → <smiles>").hasSizeLessThan(400);
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        String bundle = Letters.class.getPackageName() + ".messages";
        Set<String> portuguese = ResourceBundle.getBundle(bundle, Locale.ROOT).keySet();
        Set<String> english = ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet();

        assertThat(english).isEqualTo(portuguese);
        assertThat(Collections.list(
                        ResourceBundle.getBundle(bundle, Locale.ENGLISH).getKeys()))
                .hasSizeGreaterThan(100);
    }

    @Test
    void labelsButtonsInTheLanguageOfThePerson() {
        Recipient john = new Recipient(2, 43, Locale.ENGLISH, Set.of());

        assertThat(LETTERS.alert(created(offer(usual())), john, TODAY).buttons().stream()
                        .flatMap(List::stream)
                        .map(Button::label))
                .containsExactly("Open", "Why?", "Mute programme", "Remind me on the last day");
    }
}
