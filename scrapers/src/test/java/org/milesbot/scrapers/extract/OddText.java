package org.milesbot.scrapers.extract;

import java.util.Locale;

/** Text that tempts a reader to take longer than its length, in any length. */
public enum OddText {
    ONE_WORD("a"),
    DIGITS("7"),
    DOTTED_DIGITS("1.234."),
    PERCENT_SIGNS("%"),
    LESS_THAN_SIGNS("<"),
    AMPERSANDS("&"),
    BRACKETS("("),
    QUESTION_MARKS("b?nus de at? "),
    MOJIBAKE("atÃ© bÃ´nus "),
    NESTED_TAGS("<div><b>"),
    STRIKES("<s>80% "),
    LIST_ITEMS("<li>Livelo: até 80% até 12/03</li>"),
    CELLS("<table><tr><td>Clube</td><td>80%</td></tr></table>"),
    HEADINGS("<h2>Livelo</h2><p>80%</p>"),
    DATES("até 12/03 "),
    PERIODS("de 10/01 a "),
    PROGRAMMES("Smiles "),
    PROGRAMME_LIST("Smiles, Livelo, Azul e "),
    PERCENTAGES("10% "),
    NO_SPACES("Smiles80%Livelo12/03Clube"),
    CAPITALS("TRANSFIRA PONTOS DA LIVELO PARA A SMILES E GANHE ATÉ 80% DE BÔNUS ATÉ 12/03 "),
    SENTENCES("Transfira da Livelo para a Smiles com 80% de bônus até 12/03. "),
    CAMPAIGNS("<p>Livelo para a Smiles: 80% de bônus até 05/07.</p><p>Esfera para a Azul: 100% até 07/07.</p>"),
    COUNTED_BANKS("<p>Quatro bancos, três dias, 28%: LATAM</p>"),
    SHARED_PARTS("<p>1. Livelo: 80% na Smiles</p><p>Vale para quem se cadastrar com o banco parceiro.</p>"),
    SALES("<p>LATAM Pass: 70% de desconto na compra de pontos a partir de hoje</p>"),
    FARES("São Paulo a Lisboa por 45.000 milhas Smiles + R$ 350,00 em executiva; "),
    CLUBS("Clube Smiles 10.000: R$ 420 por mês; ");

    private final String unit;

    OddText(String unit) {
        this.unit = unit;
    }

    String ofLength(int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    /** Its name for people. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
