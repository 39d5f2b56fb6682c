package org.milesbot.scrapers.extract.text;

/** Takes the tags and texts of a body in order, and puts what they show into the clean text. */
final class Markup {

    private final TextBuilder out;
    private int hidden;
    private int struck;

    Markup(TextBuilder out) {
        this.out = out;
    }

    void text(String text) {
        if (hidden > 0) {
            return;
        }
        int start = out.length();
        out.append(Mending.mend(text));
        if (struck > 0) {
            out.strike(start);
        }
    }

    void enter(Tag tag) {
        switch (tag.effect) {
            case NONE -> {}
            case BREAKS -> begin(tag.kindIn(out.kind()));
            case BREAKS_LINE -> begin(out.kind());
            case CELL -> out.cell();
            case EMBOLDENS -> out.beginBold();
            case STRIKES -> struck++;
            case HIDES -> hidden++;
        }
    }

    void leave(Tag tag) {
        switch (tag.effect) {
            case NONE, BREAKS_LINE, CELL -> {}
            case BREAKS -> begin(BlockKind.PARAGRAPH);
            case EMBOLDENS -> out.endBold();
            case STRIKES -> struck--;
            case HIDES -> hidden--;
        }
    }

    private void begin(BlockKind kind) {
        out.close();
        out.open(kind);
    }
}
