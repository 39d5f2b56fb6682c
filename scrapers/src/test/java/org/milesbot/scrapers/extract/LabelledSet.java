package org.milesbot.scrapers.extract;

/** A column of the score table: some of the labelled announcements. To score one file more, name it here. */
enum LabelledSet {
    GIVEN("given", Asked.GIVEN, "dev held-back"),
    DEV("dev", Asked.GIVEN, "dev"),
    HELD_BACK("held-back", Asked.UNSEEN, "held-back"),
    WRITTEN("written", Asked.GIVEN, "written"),
    UNSEEN("unseen", Asked.UNSEEN, "unseen");

    private final String title;
    private final Asked asked;
    private final String files;

    LabelledSet(String title, Asked asked, String files) {
        this.title = title;
        this.asked = asked;
        this.files = files;
    }

    /** Its name in the table and in the floors. */
    String title() {
        return title;
    }

    /** Which figures are asked of it. */
    Asked asked() {
        return asked;
    }

    ExtractionScore score() {
        ExtractionScore score = new ExtractionScore();
        PromoExtractor extractor = new PromoExtractor();
        for (String file : files.split(" ", -1)) {
            LabelledCase.read("/announcements/" + file + ".jsonl").forEach(one -> score.add(one, extractor));
        }
        return score;
    }

    /** More is asked of announcements that could be read while rules were written. */
    enum Asked {
        GIVEN("given"),
        UNSEEN("unseen");

        private final String title;

        Asked(String title) {
            this.title = title;
        }

        /** Which announcements it is asked of. */
        String title() {
            return title;
        }
    }
}
