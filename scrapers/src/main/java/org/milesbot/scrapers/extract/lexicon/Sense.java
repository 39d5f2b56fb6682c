package org.milesbot.scrapers.extract.lexicon;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The sorts of meaning that the word lists know. {@code cues.txt} has one section for each that is not a name. */
public enum Sense {
    /** A loyalty programme, bank or card; its slug. */
    PROGRAMME,
    /** An airline whose programme has another name; the programme's slug. */
    AIRLINE,
    /** Words that hold a programme's name and mean something else. */
    TRAP,
    /** A city or airport; the airport's IATA code, or the city's where it has several. */
    PLACE,
    /** Three letters that are the code of an airport, or of a city with several, if written in capitals. */
    AIRPORT_CODE,

    /** Every partner bank or card. */
    EVERY_BANK,
    /** Names one or some of more. */
    INCLUSION,
    /** More points than were sent. */
    BONUS,
    /** Less to pay. */
    DISCOUNT,
    /** Money that a percentage may be of, or other things that are not points. */
    FEE,
    /** Sending points from one programme to another. */
    TRANSFER,
    /** Buying points, miles. */
    PURCHASE,
    /** A unit of points. */
    UNIT,
    /** A percentage is the most of several. */
    UP_TO,
    /** A percentage comes on top of another. */
    ON_TOP,
    /** A lower bound: the number is a "from". */
    FROM_PRICE,

    /** Anyone. */
    EVERYONE,
    /** Announces the least that anyone gets. */
    LEAST,
    /** The same for all. */
    UNIFORM,
    /** Customers, without saying which. */
    CUSTOMER,
    /** Some people only; the audience's slug. */
    AUDIENCE,

    /** A subscription. */
    CLUB,
    /** Taking out a subscription. */
    SUBSCRIBE,
    /** A plan of a subscription, its monthly price. */
    PLAN,
    /** Getting points per real at a shop. */
    EARN,
    /** Says of a purchase that it pays points. */
    EARNS,
    /** Spending that earns points: shopping, fuel, nights at hotels. */
    SPEND,
    /** The rate of points: per real, per dollar. */
    PER_MONEY,
    /** Twice, three times. */
    MULTIPLE,
    /** Points that stay inside one programme. */
    INTERNAL,
    /** A flight or its parts. */
    FLIGHT,
    /** A cabin; its slug. */
    CABIN,
    /** Redeeming points. */
    REDEEM,
    /** A welcome gift for a new card. */
    WELCOME,

    /** Says that what follows is not offered, or not to these. */
    EXCLUSION,
    /** There is none. */
    ABSENCE,
    /** Tells of another time or of habit. */
    PAST,
    /** Tells of what is usual. */
    HABIT,
    /** A supposed or worked example. */
    EXAMPLE,
    /** Compares with another programme. */
    CONTRAST,
    /** Going on right now. */
    NOW,
    /** The offer itself. */
    OFFER,
    /** Terms of an offer, or a call to take it. */
    TERMS,
    /** Points or bonus arriving later. */
    CREDIT,
    /** When points lapse. */
    VALIDITY,
    /** When one flies. */
    TRAVEL,
    /** A page that can be looked at. */
    CONSULT,
    /** A date that no longer holds. */
    SUPERSEDED,

    /** The last day. */
    END,
    /** The last day was moved. */
    EXTENDED,
    /** Says that an offer was taken back, never was one, or is for others than those who read of it. */
    REVOKED,
    /** Says that the last day is not told. */
    NO_END,
    /** Ends now, in words that need no date. */
    ENDS,
    /** The first day. */
    START,
    /** Neither before nor after. */
    ONLY,
    /** One day long. */
    ONE_DAY,
    /** Announces a period. */
    PERIOD,
    /** The day of publication. */
    TODAY,
    /** The day after. */
    TOMORROW,
    /** The day before. */
    YESTERDAY,
    /** A month in Portuguese or Spanish; its number. */
    MONTH,
    /** A month in English; its number. */
    MONTH_EN,
    /** The last day of a month, of this one unless another follows. */
    MONTH_END,
    /** A weekday; its ISO number. */
    WEEKDAY,
    /** A weekday that is an ordinal too; its ISO number. */
    WEEKDAY_ORDINAL,

    /** The text is no offer; which sort of text it is. */
    NO_OFFER,
    /** Teaches rather than offers. */
    GUIDE,
    /** The rest of the block is about other articles. */
    BOILERPLATE,
    /** Several offers at once. */
    TOGETHER,
    /** A heading after which other offers are talked about. */
    ASIDE_HEADING,

    /** A shop that pays points; its name. */
    SHOP,
    /** A shop whose name is a common word, so that it counts only where one shops "na" or "no"; its name. */
    SHOP_WORD,
    /** The name of a club's plan; as people write it. */
    PLAN_NAME,
    /** Whether a price is of one way or both; the trip's slug, or "leg" where it is of one way if nothing else is said. */
    TRIP;

    private static final List<Set<Sense>> FAMILIES = List.of(
            EnumSet.of(PROGRAMME, AIRLINE, TRAP, PLACE, AIRPORT_CODE),
            EnumSet.of(EVERYONE, CUSTOMER, AUDIENCE, HABIT),
            EnumSet.of(CLUB, SUBSCRIBE, PLAN),
            EnumSet.of(UNIT),
            EnumSet.of(UP_TO),
            EnumSet.of(ON_TOP),
            EnumSet.of(FROM_PRICE),
            EnumSet.of(TRANSFER),
            EnumSet.of(SPEND),
            EnumSet.of(NO_OFFER),
            EnumSet.of(GUIDE),
            EnumSet.of(PAST, NOW),
            EnumSet.of(BOILERPLATE),
            EnumSet.of(ASIDE_HEADING),
            EnumSet.of(
                    END,
                    ENDS,
                    START,
                    EXTENDED,
                    ONLY,
                    PERIOD,
                    SUPERSEDED,
                    CREDIT,
                    VALIDITY,
                    TRAVEL,
                    CONSULT,
                    EVERY_BANK),
            EnumSet.of(TODAY, TOMORROW, YESTERDAY, MONTH, MONTH_EN, MONTH_END, WEEKDAY, WEEKDAY_ORDINAL),
            EnumSet.of(LEAST),
            EnumSet.of(ONE_DAY),
            EnumSet.of(UNIFORM),
            EnumSet.of(MULTIPLE),
            EnumSet.of(TERMS),
            EnumSet.of(NO_END),
            EnumSet.of(REVOKED),
            EnumSet.of(SHOP, SHOP_WORD),
            EnumSet.of(PLAN_NAME),
            EnumSet.of(TRIP));

    /** For each sense, by its place, a bit for each family that it belongs to. */
    private static final int[] FAMILIES_OF = familiesOf();

    /** Whether a phrase of this sense hides those inside it of another: "quem não assina" hides "assina", but no club. */
    @SuppressWarnings("EnumOrdinal") // the table is made anew in each process
    boolean hides(Sense other) {
        return this == other || FAMILIES_OF[ordinal()] == FAMILIES_OF[other.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal") // as above
    private static int[] familiesOf() {
        int[] families = new int[values().length];
        for (int i = 0; i < FAMILIES.size(); i++) {
            int family = 1 << i;
            FAMILIES.get(i).forEach(sense -> families[sense.ordinal()] |= family);
        }
        return families;
    }
}
