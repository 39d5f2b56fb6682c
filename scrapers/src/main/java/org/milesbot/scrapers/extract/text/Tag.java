package org.milesbot.scrapers.extract.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tags of HTML that mean something to the cleaner or are common in announcements, and what they do. */
enum Tag {
    P(Effect.BREAKS, Place.PARAGRAPH),
    DIV(Effect.BREAKS, Place.CONTAINER),
    SECTION(Effect.BREAKS, Place.CONTAINER),
    ARTICLE(Effect.BREAKS, Place.CONTAINER),
    HEADER(Effect.BREAKS, Place.CONTAINER),
    FOOTER(Effect.BREAKS, Place.CONTAINER),
    MAIN(Effect.BREAKS, Place.CONTAINER),
    ASIDE(Effect.BREAKS, Place.CONTAINER),
    BLOCKQUOTE(Effect.BREAKS, Place.CONTAINER),
    FIGURE(Effect.BREAKS, Place.CONTAINER),
    FIGCAPTION(Effect.BREAKS, Place.CONTAINER),
    ADDRESS(Effect.BREAKS, Place.ODD),
    FORM(Effect.BREAKS, Place.ODD),
    DETAILS(Effect.BREAKS, Place.ODD),
    SUMMARY(Effect.BREAKS, Place.ODD),
    PRE(Effect.BREAKS, Place.ODD),
    BODY(Effect.BREAKS, Place.ODD),
    H1(Effect.BREAKS, Place.HEADING),
    H2(Effect.BREAKS, Place.HEADING),
    H3(Effect.BREAKS, Place.HEADING),
    H4(Effect.BREAKS, Place.HEADING),
    H5(Effect.BREAKS, Place.HEADING),
    H6(Effect.BREAKS, Place.HEADING),
    UL(Effect.BREAKS, Place.LIST),
    OL(Effect.BREAKS, Place.LIST),
    LI(Effect.BREAKS, Place.ITEM),
    DL(Effect.BREAKS, Place.ODD),
    DT(Effect.BREAKS, Place.ODD),
    DD(Effect.BREAKS, Place.ODD),
    TABLE(Effect.BREAKS, Place.TABLE),
    THEAD(Effect.BREAKS, Place.ROWS),
    TBODY(Effect.BREAKS, Place.ROWS),
    TR(Effect.BREAKS, Place.ROW),
    TD(Effect.CELL, Place.CELL),
    TH(Effect.CELL, Place.CELL),
    BR(Effect.BREAKS_LINE, Place.VOID),
    HR(Effect.BREAKS, Place.ODD),
    IMG(Effect.NONE, Place.VOID),
    A(Effect.NONE, Place.INLINE),
    B(Effect.EMBOLDENS, Place.INLINE),
    STRONG(Effect.EMBOLDENS, Place.INLINE),
    U(Effect.EMBOLDENS, Place.INLINE),
    I(Effect.NONE, Place.INLINE),
    EM(Effect.NONE, Place.INLINE),
    SMALL(Effect.NONE, Place.INLINE),
    CODE(Effect.NONE, Place.INLINE),
    SPAN(Effect.NONE, Place.INLINE),
    S(Effect.STRIKES, Place.INLINE),
    STRIKE(Effect.STRIKES, Place.INLINE),
    DEL(Effect.STRIKES, Place.INLINE),
    SCRIPT(Effect.HIDES, Place.ODD),
    STYLE(Effect.HIDES, Place.ODD),
    NOSCRIPT(Effect.HIDES, Place.ODD),
    TEMPLATE(Effect.HIDES, Place.ODD),
    SVG(Effect.HIDES, Place.ODD),
    IFRAME(Effect.HIDES, Place.ODD),
    HEAD(Effect.HIDES, Place.ODD),
    SELECT(Effect.HIDES, Place.ODD),
    BUTTON(Effect.HIDES, Place.ODD),
    TEXTAREA(Effect.HIDES, Place.ODD);

    /** What a tag does to the text in it. */
    enum Effect {
        NONE,
        /** Sets it apart from what is around. */
        BREAKS,
        /** Begins a new line of the same kind; holds no text. */
        BREAKS_LINE,
        /** Sets it apart from the cell before. */
        CELL,
        EMBOLDENS,
        STRIKES,
        HIDES
    }

    /** Where a tag may stand without the parser having to mend anything. */
    enum Place {
        /** Not said: the parser knows. */
        ODD,
        CONTAINER,
        PARAGRAPH,
        HEADING,
        LIST,
        ITEM,
        TABLE,
        ROWS,
        ROW,
        CELL,
        INLINE,
        /** Holds nothing. */
        VOID;

        /** Whether a tag of this place may stand right inside one of another, or of none. */
        boolean fitsInto(@Nullable Place outer) {
            return switch (this) {
                case ODD -> false;
                case CONTAINER, PARAGRAPH, HEADING, LIST, TABLE ->
                    outer == null || outer == CONTAINER || outer == ITEM || outer == CELL;
                case ITEM -> outer == LIST;
                case ROWS -> outer == TABLE;
                case ROW -> outer == ROWS;
                case CELL -> outer == ROW;
                case INLINE, VOID -> outer == null || outer.holdsText();
            };
        }

        boolean holdsText() {
            return this != LIST && this != TABLE && this != ROWS && this != ROW;
        }
    }

    private static final Set<Tag> HEADINGS = EnumSet.of(H1, H2, H3, H4, H5, H6, SUMMARY, DT);
    private static final Map<String, Tag> BY_NAME = byName();

    final Effect effect;
    final Place place;

    Tag(Effect effect, Place place) {
        this.effect = effect;
        this.place = place;
    }

    /** The tag of a name in small letters, or null if it is none of these. */
    static @Nullable Tag of(String name) {
        return BY_NAME.get(name);
    }

    /** What sort of block begins with it. */
    BlockKind kindIn(BlockKind outer) {
        if (HEADINGS.contains(this)) {
            return BlockKind.HEADING;
        }
        if (this == TR) {
            return BlockKind.ROW;
        }
        boolean goesOn = (this == P || this == DIV) && outer == BlockKind.ITEM;
        return goesOn || this == LI || this == DD ? BlockKind.ITEM : BlockKind.PARAGRAPH;
    }

    private static Map<String, Tag> byName() {
        Map<String, Tag> tags = new HashMap<>();
        for (Tag tag : values()) {
            tags.put(tag.name().toLowerCase(Locale.ROOT), tag);
        }
        return Map.copyOf(tags);
    }
}
