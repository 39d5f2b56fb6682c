package org.milesbot.scrapers.extract.lexicon;

import java.util.List;
import java.util.Map;

/** Conjugates a Portuguese verb in the third person, so that the word lists need not spell its forms out. */
final class Verb {

    /** What does not follow from the infinitive: the forms of the one and of the many. */
    private static final Map<String, Map<Tense, List<String>>> IRREGULAR = Map.ofEntries(
            Map.entry(
                    "ir",
                    Map.of(
                            Tense.PRESENT, List.of("vai", "vão"),
                            Tense.PAST, List.of("foi", "foram"),
                            Tense.IMPERFECT, List.of("ia", "iam"),
                            Tense.COMMAND, List.of("vá", "vão"),
                            Tense.IF, List.of("for", "forem"))),
            Map.entry(
                    "vir",
                    Map.of(
                            Tense.PRESENT, List.of("vem", "vêm"),
                            Tense.PAST, List.of("veio", "vieram"),
                            Tense.IMPERFECT, List.of("vinha", "vinham"),
                            Tense.PARTICIPLE, List.of("vindo", "vinda", "vindos", "vindas"),
                            Tense.COMMAND, List.of("venha", "venham"),
                            Tense.IF, List.of("vier", "vierem"))),
            Map.entry(
                    "ter",
                    Map.of(
                            Tense.PRESENT, List.of("tem", "têm"),
                            Tense.PAST, List.of("teve", "tiveram"),
                            Tense.IMPERFECT, List.of("tinha", "tinham"),
                            Tense.COMMAND, List.of("tenha", "tenham"),
                            Tense.IF, List.of("tiver", "tiverem"))),
            Map.entry(
                    "ser",
                    Map.of(
                            Tense.PRESENT, List.of("é", "são"),
                            Tense.PAST, List.of("foi", "foram"),
                            Tense.IMPERFECT, List.of("era", "eram"),
                            Tense.COMMAND, List.of("seja", "sejam"),
                            Tense.IF, List.of("for", "forem"))),
            Map.entry(
                    "estar",
                    Map.of(
                            Tense.PRESENT, List.of("está", "estão"),
                            Tense.PAST, List.of("esteve", "estiveram"),
                            Tense.COMMAND, List.of("esteja", "estejam"),
                            Tense.IF, List.of("estiver", "estiverem"))),
            Map.entry(
                    "dar",
                    Map.of(
                            Tense.PRESENT, List.of("dá", "dão"),
                            Tense.PAST, List.of("deu", "deram"),
                            Tense.COMMAND, List.of("dê", "deem"),
                            Tense.IF, List.of("der", "derem"))),
            Map.entry(
                    "fazer",
                    Map.of(
                            Tense.PRESENT, List.of("faz", "fazem"),
                            Tense.FUTURE, List.of("fará", "farão"),
                            Tense.PAST, List.of("fez", "fizeram"),
                            Tense.CONDITIONAL, List.of("faria", "fariam"),
                            Tense.PARTICIPLE, List.of("feito", "feita", "feitos", "feitas"),
                            Tense.COMMAND, List.of("faça", "façam"),
                            Tense.IF, List.of("fizer", "fizerem"))),
            Map.entry(
                    "trazer",
                    Map.of(
                            Tense.PRESENT, List.of("traz", "trazem"),
                            Tense.FUTURE, List.of("trará", "trarão"),
                            Tense.PAST, List.of("trouxe", "trouxeram"),
                            Tense.CONDITIONAL, List.of("traria", "trariam"),
                            Tense.COMMAND, List.of("traga", "tragam"),
                            Tense.IF, List.of("trouxer", "trouxerem"))),
            Map.entry(
                    "pôr",
                    Map.of(
                            Tense.PRESENT, List.of("põe", "põem"),
                            Tense.FUTURE, List.of("porá", "porão"),
                            Tense.PAST, List.of("pôs", "puseram"),
                            Tense.IMPERFECT, List.of("punha", "punham"),
                            Tense.CONDITIONAL, List.of("poria", "poriam"),
                            Tense.GERUND, List.of("pondo"),
                            Tense.PARTICIPLE, List.of("posto", "posta", "postos", "postas"),
                            Tense.COMMAND, List.of("ponha", "ponham"),
                            Tense.IF, List.of("puser", "puserem"))));

    private static final int ENDING = 2;

    private final String infinitive;
    private final String stem;
    private final String ending;

    Verb(String infinitive) {
        this.infinitive = infinitive;
        stem = infinitive.substring(0, infinitive.length() - ENDING);
        ending = infinitive.substring(infinitive.length() - ENDING);
    }

    /** The forms in a tense, with their accents. */
    List<String> forms(Tense tense) {
        List<String> irregular = IRREGULAR.getOrDefault(infinitive, Map.of()).getOrDefault(tense, List.of());
        return irregular.isEmpty() ? regular(tense) : irregular;
    }

    private List<String> regular(Tense tense) {
        return switch (tense) {
            case INFINITIVE -> List.of(infinitive);
            case PRESENT -> present();
            case FUTURE -> after(infinitive, "á", "ão");
            case COMING -> List.of("vai " + infinitive, "vão " + infinitive);
            case PAST ->
                ofFirst() ? after(stem, "ou", "aram") : after(stem, isOfThird() ? "iu" : "eu", theme() + "ram");
            case IMPERFECT -> ofFirst() ? after(stem, "ava", "avam") : after(stem, "ia", "iam");
            case CONDITIONAL -> after(infinitive, "ia", "iam");
            case GERUND -> after(stem, theme() + "ndo");
            case PARTICIPLE -> participle();
            case COMMAND -> ofFirst() ? after(softStem(), "e", "em") : after(stem, "a", "am");
            case IF -> after(infinitive, "", "em");
        };
    }

    private List<String> present() {
        if (ofFirst()) {
            return after(stem, "a", "am");
        }
        return falls() ? after(stem, "i", "em") : after(stem, "e", "em");
    }

    private List<String> participle() {
        String theme = ofFirst() ? "ad" : "id";
        return after(stem, theme + "o", theme + "a", theme + "os", theme + "as");
    }

    /** Of the verbs in "-ar". */
    private boolean ofFirst() {
        return ending.equals("ar");
    }

    private boolean isOfThird() {
        return ending.equals("ir");
    }

    private String theme() {
        return ending.substring(0, 1);
    }

    /** "Sai", "cai". */
    private boolean falls() {
        return isOfThird() && stem.endsWith("a");
    }

    /** "Troque", "pague", "comece": the sound of the infinitive is kept. */
    private String softStem() {
        if (stem.endsWith("c")) {
            return stem.substring(0, stem.length() - 1) + "qu";
        }
        return stem.endsWith("g") ? stem + "u" : stem;
    }

    private static List<String> after(String stem, String... endings) {
        return List.of(endings).stream().map(stem::concat).toList();
    }

    /** Which form of a verb. */
    enum Tense {
        /** To send. */
        INFINITIVE,
        /** It sends. */
        PRESENT,
        /** It will send. */
        FUTURE,
        /** It is going to send. */
        COMING,
        /** It sent. */
        PAST,
        /** It was sending. */
        IMPERFECT,
        /** It would send. */
        CONDITIONAL,
        /** Sending. */
        GERUND,
        /** Sent. */
        PARTICIPLE,
        /** Send! */
        COMMAND,
        /** If it sends. */
        IF
    }
}
