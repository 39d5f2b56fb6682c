package org.milesbot.scrapers.extract.promo;

import java.util.Locale;
import org.milesbot.api.Text;

/** The rules that read an announcement, by name. What each says to people lies in the messages, under {@code rule.<name>}. */
public enum Rule {
    /** Layout strikes words out, so they are not read. */
    STRUCK(Stage.CLEAN),

    /** The word lists know a programme's name. */
    PROGRAMME(Stage.MENTION),
    /** The word lists know an airline's name. */
    AIRLINE(Stage.MENTION),
    /** Words that hold a programme's name and mean something else. */
    TRAP(Stage.MENTION),
    /** A city or an airport's code. */
    PLACE(Stage.MENTION),
    /** Words that say what stands beside them. */
    CUE(Stage.MENTION),
    /** A percentage. */
    PERCENT(Stage.MENTION),
    /** A day or a period. */
    DATE(Stage.MENTION),
    /** A time of day. */
    TIME(Stage.MENTION),
    /** A quantity of points or money. */
    AMOUNT(Stage.MENTION),

    /** A sentence does not speak of the offer. */
    ASIDE(Stage.ROLE),
    /** A name stands for something else than the programme. */
    NAME_STANDING(Stage.ROLE),
    /** The words beside a name say on which side of a transfer it is. */
    NAME_SIDE(Stage.ROLE),
    /** A word behind a percentage says what it is of. */
    PERCENT_BEHIND(Stage.ROLE),
    /** A word before a percentage says what it is of. */
    PERCENT_BEFORE(Stage.ROLE),
    /** No word beside a percentage says what it is of. */
    PERCENT_UNTOLD(Stage.ROLE),
    /** The words beside a percentage say who it is for. */
    PERCENT_AUDIENCE(Stage.ROLE),
    /** A percentage is got by buying. */
    PERCENT_OF_PURCHASE(Stage.ROLE),
    /** A date that a site hangs on its titles. */
    DATE_GLUED_TO_TITLE(Stage.ROLE),
    /** The words before a date speak of something else. */
    DATE_OF_OTHER_THINGS(Stage.ROLE),
    /** Two days make a period. */
    DATE_PERIOD(Stage.ROLE),
    /** Two hours before a day make a period. */
    DATE_HOURS_OF_ONE_DAY(Stage.ROLE),
    /** A word before a date says what it is of. */
    DATE_BEFORE(Stage.ROLE),
    /** A word behind a date says what it is of. */
    DATE_BEHIND(Stage.ROLE),
    /** No word beside a date says what it is of. */
    DATE_UNTOLD(Stage.ROLE),

    /** The title says that this is no offer. */
    NO_OFFER(Stage.PROMO),
    /** The title says that this is no offer, and tells one all the same. */
    OFFER_ALL_THE_SAME(Stage.PROMO),
    /** The title teaches rather than offers. */
    GUIDE(Stage.PROMO),
    /** The title alone tells a transfer bonus. */
    TITLE_OFFERS(Stage.PROMO),
    /** The title tells both sides, and the text a bonus. */
    TITLE_DIRECTION_AND_BONUS(Stage.PROMO),
    /** The title tells a bonus, and the body most of the rest. */
    TITLE_BONUS_AND_BODY(Stage.PROMO),
    /** The title tells taker and bonus, and the text where points come from. */
    TITLE_TAKER_AND_BONUS(Stage.PROMO),
    /** The title tells the taker, and the body a transfer. */
    TITLE_TAKER_AND_TRANSFER(Stage.PROMO),
    /** A section tells a percentage, and it or the title both sides. */
    SECTION_OFFERS(Stage.PROMO),
    /** Several sections are offers of their own. */
    SECTIONS(Stage.PROMO),
    /** A paragraph offers something of another kind than the rest. */
    BESIDE(Stage.PROMO),
    /** A line of the body tells both sides, and others percentages. */
    BODY_DIRECTION_AND_TIERS(Stage.PROMO),
    /** A sentence of the body tells all. */
    BODY_OFFERS(Stage.PROMO),
    /** The title announces an offer of this kind. */
    TITLE_KIND(Stage.PROMO),
    /** No title announces anything, but the body tells of it. */
    TOLD_BY_BODY(Stage.PROMO),
    /** The announcement speaks of several campaigns. */
    SEVERAL_CAMPAIGNS(Stage.PROMO),
    /** The announcement speaks of one campaign. */
    ONE_CAMPAIGN(Stage.PROMO),
    /** A sentence is about another taker only. */
    OTHER_TAKER(Stage.PROMO),
    /** Nothing says who takes the points. */
    NO_TAKER(Stage.PROMO),
    /** Where points come from is told as a list. */
    ORIGINS_LISTED(Stage.PROMO),
    /** The title tells where points come from. */
    ORIGINS_OF_TITLE(Stage.PROMO),
    /** The first sentence about the transfer tells where points come from. */
    ORIGINS_OF_SENTENCE(Stage.PROMO),
    /** Any sentence tells where points come from. */
    ORIGINS_ANYWHERE(Stage.PROMO),
    /** Both named banks and all banks are told. */
    ORIGINS_NAMED_AND_ALL(Stage.PROMO),
    /** The words say every bank. */
    EVERY_BANK(Stage.PROMO),
    /** The banks are named. */
    NAMED_BANKS(Stage.PROMO),
    /** A field is what its words say. */
    AS_SAID(Stage.PROMO),
    /** A percentage above all that are called a bonus. */
    MISTRUSTED(Stage.PROMO),
    /** The percentages that may be what a promo gives. */
    WEIGHED(Stage.PROMO),
    /** The highest percentage. */
    HIGHEST(Stage.PROMO),
    /** A percentage that comes on top of another. */
    SUM(Stage.PROMO),
    /** The lowest percentage for everyone. */
    BASE_EVERYONE(Stage.PROMO),
    /** The lowest percentage for customers. */
    BASE_CUSTOMERS(Stage.PROMO),
    /** The lowest of percentages said in one breath. */
    BASE_LOWEST_OF_RANGE(Stage.PROMO),
    /** The percentage that others come on top of. */
    BASE_OF_SUM(Stage.PROMO),
    /** The percentage beside one for the club. */
    BASE_BESIDE_CLUB(Stage.PROMO),
    /** The lowest of percentages that rise with the points sent. */
    BASE_BY_VOLUME(Stage.PROMO),
    /** The only percentage, of which a sentence says that all get it. */
    BASE_SAME_FOR_ALL(Stage.PROMO),
    /** One percentage for all. */
    BASE_FLAT(Stage.PROMO),
    /** What everyone gets is not told. */
    BASE_UNTOLD(Stage.PROMO),
    /** A date told in passing counts where no other does. */
    DATES_IN_PASSING(Stage.PROMO),
    /** The window is a period. */
    WINDOW_PERIOD(Stage.PROMO),
    /** An end after the period's own extends it. */
    WINDOW_EXTENDED(Stage.PROMO),
    /** The start is a first day. */
    WINDOW_START(Stage.PROMO),
    /** The end is a last day. */
    WINDOW_END(Stage.PROMO),
    /** The only day to come is the last day. */
    WINDOW_ONLY_DATE(Stage.PROMO),
    /** It ends on the day of publication. */
    ENDS_TODAY(Stage.PROMO),
    /** It lasts one day, which is the last one. */
    WINDOW_ONE_DAY(Stage.PROMO),
    /** The end lies before the start, so the start is dropped. */
    WINDOW_UPSIDE_DOWN(Stage.PROMO),
    /** What a promo would have needed and the announcement lacks. */
    LACKING(Stage.PROMO),
    /** There is no promo. */
    NO_PROMO(Stage.PROMO);

    private final Stage stage;

    Rule(Stage stage) {
        this.stage = stage;
    }

    /** Where in the reading it belongs. */
    public Stage stage() {
        return stage;
    }

    /** Its name, such as {@code date-before}. */
    public String slug() {
        return slug(this);
    }

    /** What it does, in a few words. */
    public Text meaning() {
        return Text.of(Rule.class, "rule." + slug());
    }

    static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The steps from a page to its promos. */
    public enum Stage {
        /** A page becomes text. */
        CLEAN,
        /** Words are found in it. */
        MENTION,
        /** What is found gets its role. */
        ROLE,
        /** Promos are made of it. */
        PROMO;

        /** Its name, such as {@code role}. */
        public String slug() {
            return Rule.slug(this);
        }

        /** What people call it. */
        public Text meaning() {
            return Text.of(Rule.class, "stage." + slug());
        }
    }
}
