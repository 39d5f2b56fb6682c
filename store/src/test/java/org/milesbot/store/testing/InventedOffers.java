package org.milesbot.store.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.api.promo.Window;

/** Offers such as Brazilian programmes make, and the headings under which blogs tell of them. */
final class InventedOffers {

    /** Those that give points or miles, the more often named the oftener, with the names that blogs have for them. */
    private static final List<Named> PROGRAMS = names(
            "smiles=Smiles, smiles=Smiles, smiles=Smiles, smiles=Smiles, azul=Azul Fidelidade, azul=TudoAzul, azul=Azul,"
                    + " azul=Azul Fidelidade, latam_pass=LATAM Pass, latam_pass=LATAM Pass, latam_pass=LATAM, tap=TAP"
                    + " Miles&Go, iberia=Iberia Plus, lifemiles=LifeMiles, livelo=Livelo, livelo=Livelo, esfera=Esfera,"
                    + " accor=ALL Accor, flyingblue=Flying Blue, aadvantage=AAdvantage, connectmiles=ConnectMiles,"
                    + " british_airways=British Airways, qatar=Qatar Privilege Club, turkish=Miles&Smiles,"
                    + " hilton=Hilton Honors, marriott=Marriott Bonvoy, ihg=IHG, dotz=Dotz, km_de_vantagens=KM de Vantagens");

    private static final List<Named> ORIGINS = names(
            "*=bancos parceiros, livelo=Livelo, livelo=Livelo, livelo=Livelo, esfera=Esfera, esfera=Esfera, itau=Itaú,"
                    + " bb=Banco do Brasil, bradesco=Bradesco, c6=C6 Bank, caixa=Caixa, inter=Inter, sicredi=Sicredi,"
                    + " nubank=Nubank, xp=XP, btg=BTG Pactual, santander=Santander, amex=Amex, porto=Porto, brb=BRB");

    private static final List<String> TRANSFERS = List.of(
            "%2$s oferece até %1$s%% de bônus na transferência de pontos da %5$s",
            "Transfira seus pontos %5$s para a %2$s e ganhe até %1$s%% de bônus",
            "Bônus de %1$s%% na transferência %5$s para %2$s",
            "[Últimas horas] Transferência bonificada: %5$s → %2$s com até %1$s%%",
            "%2$s e %5$s: %1$s%% de milhas bônus até %3$s",
            "É hoje! %1$s%% de bônus da %5$s para a %2$s em %4$s");
    private static final List<String> PURCHASES = List.of(
            "Compre pontos %2$s com até %1$s%% de desconto",
            "%2$s vende milhas com %1$s%% de bônus em %4$s", "Compra de pontos %2$s: %1$s%% off até %3$s");
    private static final List<String> CLUBS = List.of(
            "Clube %2$s: assine o plano %6$s e ganhe %1$s%% de bônus",
            "Assine o Clube %2$s por R$ %7$s por mês em %4$s", "Volta do Clube %2$s %6$s com desconto");
    private static final List<String> EARNINGS = List.of(
            "Ganhe até %7$s pontos %2$s por real gasto na %6$s",
            "%6$s com %7$s pontos %2$s por real, só até %3$s", "Acúmulo turbinado: %7$s pontos por real na %6$s");
    private static final List<String> FARES = List.of(
            "Passagens para %6$s a partir de %7$s milhas %2$s",
            "%2$s: voos para %6$s por %7$s milhas o trecho", "Executiva para %6$s com milhas %2$s em %4$s");
    private static final List<String> WITHIN = List.of(
            "%2$s dá %1$s%% de bônus em transferências entre contas",
            "Transferência entre contas %2$s com bônus de %1$s%%");

    private static final List<String> SHOPS = List.of(
            "Casas Bahia", "Fast Shop", "Magalu", "Amazon", "Netshoes", "Ponto", "Booking.com", "Drogaria São Paulo");
    private static final List<Named> CITIES = names(
            "LIS=Lisboa, MIA=Miami, SCL=Santiago, REC=Recife, MAD=Madri, PAR=Paris, BUE=Buenos Aires, MCO=Orlando");
    private static final List<String> MONTHS = List.of(
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro");

    private final Random random;

    InventedOffers(Random random) {
        this.random = random;
    }

    private record Days(LocalDate start, LocalDate end) {}

    private record Named(String slug, String name) {}

    /** An offer with what its headings are made of. */
    record Offer(Promo promo, List<String> headings, List<String> words) {

        /** One of its headings, as the source has it that tells of it as the n-th. */
        String title(int number) {
            return headings.get(number % headings.size()).formatted(words.toArray());
        }
    }

    /** One that begins on a day. */
    Offer next(LocalDate start) {
        Days days = new Days(start, start.plusDays(1 + random.nextInt(6)));
        Named program = one(PROGRAMS);
        int draw = random.nextInt(100);
        if (draw < 58) {
            return transfer(program, days);
        } else if (draw < 74) {
            return percent(PromoKind.POINTS_PURCHASE, PURCHASES, program, days);
        } else if (draw < 82) {
            return club(program, days);
        } else if (draw < 90) {
            return earning(program, days);
        }
        return draw < 97 ? fare(program, days) : percent(PromoKind.INTERNAL_TRANSFER, WITHIN, program, days);
    }

    private Offer transfer(Named program, Days days) {
        Named origin = one(ORIGINS);
        int percent = 20 + 5 * random.nextInt(21);
        Promo.Builder promo = dated(PromoKind.TRANSFER_BONUS, program, days)
                .origins(List.of(new OriginId(origin.slug())))
                .bonus(new Bonus(
                        Percent.of(percent), Percent.of(percent / 2), tiers(program.name(), percent), 1_000L, null));
        return offer(promo, days, TRANSFERS, List.of(String.valueOf(percent), program.name(), origin.name(), "", ""));
    }

    private List<Tier> tiers(String name, int percent) {
        return random.nextBoolean()
                ? List.of()
                : List.of(
                        new Tier(Audience.CLUB, "Clube " + name, Percent.of(percent)),
                        new Tier(Audience.EVERYONE, "demais clientes", Percent.of(percent / 2)));
    }

    private Offer percent(PromoKind kind, List<String> headings, Named program, Days days) {
        int percent = 20 + 5 * random.nextInt(21);
        Promo.Builder promo = dated(kind, program, days).bonus(Bonus.of(Percent.of(percent), null));
        return offer(promo, days, headings, List.of(String.valueOf(percent), program.name(), "", "", ""));
    }

    private Offer club(Named program, Days days) {
        String plan = String.valueOf(1_000 * (1 + random.nextInt(20)));
        BigDecimal price = new BigDecimal(30 + random.nextInt(300)).add(new BigDecimal("0.90"));
        Promo.Builder promo = dated(PromoKind.CLUB, program, days).club(new ClubPlan(plan, price));
        return offer(promo, days, CLUBS, List.of("50", program.name(), "", plan, price.toPlainString()));
    }

    private Offer earning(Named program, Days days) {
        String shop = one(SHOPS);
        int rate = 2 + random.nextInt(12);
        Promo.Builder promo = dated(PromoKind.EARN_MULTIPLIER, program, days)
                .earning(new Earning(
                        BigDecimal.valueOf(rate), BigDecimal.ONE, Currency.getInstance("BRL"), List.of(shop)));
        return offer(promo, days, EARNINGS, List.of("0", program.name(), "", shop, String.valueOf(rate)));
    }

    private Offer fare(Named program, Days days) {
        Named city = one(CITIES);
        long miles = 1_000L * (5 + random.nextInt(120));
        Promo.Builder promo = dated(PromoKind.AWARD_FARE, program, days)
                .fare(new Fare(
                        new Place("GRU", "SAO"),
                        Place.city(city.slug()),
                        random.nextInt(4) == 0 ? Cabin.BUSINESS : null,
                        miles,
                        null,
                        Trip.ONE_WAY,
                        TravelDates.UNKNOWN));
        return offer(promo, days, FARES, List.of("0", program.name(), "", city.name(), String.valueOf(miles)));
    }

    private Promo.Builder dated(PromoKind kind, Named program, Days days) {
        return Promo.builder(kind, new ProgramId(program.slug()))
                .window(new Window(
                        random.nextInt(4) == 0 ? null : Moment.of(days.start()),
                        random.nextInt(8) == 0 ? null : Moment.of(days.end())))
                .evidence("program", program.name())
                .evidence("end", "até o dia " + day(days.end()));
    }

    private static Offer offer(Promo.Builder promo, Days days, List<String> headings, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add(2, day(days.end()));
        all.add(3, MONTHS.get(days.start().getMonthValue() - 1));
        return new Offer(
                promo.evidence("bonus_pct", words.get(0) + "% de bônus").build(), headings, all);
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " de " + MONTHS.get(day.getMonthValue() - 1);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Named> names(String list) {
        return Stream.of(list.split(", ", -1))
                .map(entry -> entry.split("=", 2))
                .map(parts -> new Named(parts[0], parts[1]))
                .toList();
    }
}
