package org.milesbot.cli.output;

/** How words look on a terminal that shows colours. */
enum Tint {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36");

    private final String code;

    Tint(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
