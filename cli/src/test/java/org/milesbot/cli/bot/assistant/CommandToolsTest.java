package org.milesbot.cli.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.people.Setting;
import org.milesbot.notify.assistant.Kind.Choice;
import org.milesbot.notify.assistant.Parameter;
import org.milesbot.notify.assistant.Suggestion;
import org.milesbot.notify.assistant.Tokens;
import org.milesbot.notify.assistant.Tool;

class CommandToolsTest {

    private final CommandTools tools = new CommandTools(ProgramNames.known().slugs(), UtteranceCorpus.CLOCK);

    private Tool tool(String name) {
        return tools.offered().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<CommandLine> line(String name, String arguments) {
        return tool(name)
                .checked(arguments)
                .flatMap(checked -> tools.line(new Suggestion.Call(name, checked, Tokens.NONE)));
    }

    @Test
    void offersTheCommandsOfPeopleAndNoOthers() {
        assertThat(tools.offered())
                .extracting(Tool::name)
                .containsExactly(
                        "promos",
                        "forecast",
                        "history",
                        "calc",
                        "routes",
                        "help",
                        "meusdados",
                        "addroute",
                        "delroute",
                        "setnotify",
                        "settings",
                        "mute",
                        "remind");
    }

    @Test
    void offersEverySettingButWhetherTheModelIsAsked() {
        Parameter key = tool("settings").parameters().get(0);
        Set<String> all =
                Setting.keys().stream().filter(each -> !each.equals("ai")).collect(Collectors.toSet());

        assertThat(((Choice) key.kind()).options()).doesNotHaveDuplicates().hasSameElementsAs(all);
        assertThat(key.description()).contains(((Choice) key.kind()).options());
    }

    @Test
    void namesOnlyProgrammesThatAreKnown() {
        Set<String> known = ProgramNames.known().slugs();

        assertThat(known).containsAll(named("program=")).containsAll(named("origin="));
        assertThat(named("program=")).hasSizeGreaterThan(10);
    }

    /** The words of the list in a description that look like slugs. */
    private static List<String> named(String key) {
        String description = new ToolText().of(key.replace("=", ""));
        String list = description.substring(description.indexOf(':') + 1);
        return List.of(list.replaceAll("\\([^)]*\\)|\\.", "").strip().split("\\s*,\\s*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promos|{}|/promos",
                "promos|{'words':'clube azul'}|/promos clube azul",
                "forecast|{}|/forecast",
                "forecast|{'program':'latam_pass'}|/forecast latam_pass",
                "history|{'program':'smiles'}|/history smiles",
                "calc|{'points':50000,'origin':'livelo','program':'smiles'}|/calc 50000 livelo smiles",
                "routes|{}|/routes",
                "help|{}|/help",
                "meusdados|{}|/meusdados"
            })
    void readsAtOnce(String tool, String arguments, String typed) {
        CommandLine line = line(tool, arguments.replace('\'', '"')).orElseThrow();

        assertThat(line).hasToString(typed);
        assertThat(line.isWrite()).isFalse();
        assertThat(line.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "addroute|{'from':['GRU','VCP'],'to':['LIS']}|/addroute GRU,VCP LIS",
                "addroute|{'from':['GRU'],'to':['LIS','OPO'],'months':'2027-03..2027-05','cabin':'business','max_miles':90000}"
                        + "|/addroute GRU LIS,OPO 2027-03..2027-05 business 90000",
                "delroute|{'number':12}|/delroute 12",
                "setnotify|{'from':'8','to':'22'}|/setnotify 08 22",
                "setnotify|{'from':'07:30','to':'23h'}|/setnotify 07:30 23",
                "setnotify|{'from':'08:00','to':'22h30'}|/setnotify 08 22:30",
                "setnotify|{'always':true}|/setnotify off",
                "settings|{'key':'min_bonus','program':'smiles','value':'90'}|/settings min_bonus.smiles=90",
                "settings|{'key':'min_bonus','value':'off'}|/settings min_bonus=off",
                "settings|{'key':'programs','value':'smiles, azul'}|/settings programs=smiles,azul",
                "settings|{'key':'tiers','value':'smiles: club , itau:card'}|/settings tiers=smiles:club,itau:card",
                "settings|{'key':'digest','value':'daily'}|/settings digest=daily",
                "settings|{'key':'name','value':'Ana Maria'}|/settings name=Ana Maria",
                "mute|{'program':'smiles','until':'7d'}|/mute smiles 7d",
                "mute|{'program':'smiles','until':'off'}|/mute smiles off"
            })
    void writesWhatIsToBeConfirmed(String tool, String arguments, String typed) {
        CommandLine line = line(tool, arguments.replace('\'', '"')).orElseThrow();

        assertThat(line).hasToString(typed);
        assertThat(line.isWrite()).isTrue();
        assertThat(line.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history|{}|/history|false",
                "calc|{}|/calc|false",
                "calc|{'points':50000}|/calc 50000|false",
                "calc|{'points':50000,'program':'smiles'}|/calc 50000|false",
                "calc|{'origin':'livelo','program':'smiles'}|/calc|false",
                "addroute|{}|/addroute|false",
                "addroute|{'to':['LIS'],'months':'2027-03','max_miles':80000}|/addroute para LIS 2027-03 80000|true",
                "delroute|{}|/delroute|false",
                "setnotify|{}|/setnotify|false",
                "setnotify|{'to':'22'}|/setnotify|false",
                "setnotify|{'always':false}|/setnotify|false",
                "mute|{}|/mute|false",
                "mute|{'until':'7d'}|/mute|false",
                "mute|{'program':'dotz'}|/mute dotz|false",
                "remind|{}|/remind|true"
            })
    void leavesItToTheCommandToAskForWhatIsMissing(String tool, String arguments, String typed, boolean isWrite) {
        CommandLine line = line(tool, arguments.replace('\'', '"')).orElseThrow();

        assertThat(line).hasToString(typed);
        assertThat(line.isComplete()).isFalse();
        assertThat(line.isWrite()).isEqualTo(isWrite);
    }

    @Test
    void showsSettingsAsARead() {
        assertThat(line("settings", "{}")).contains(new CommandLine("settings", "", false, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forecast|{'program':'milhas_magicas'}",
                "history|{'program':'smile'}",
                "calc|{'points':1,'origin':'livelo','program':'nada'}",
                "calc|{'points':1,'origin':'banco_novo','program':'smiles'}",
                "addroute|{'from':['GRU']}",
                "addroute|{'months':'2027-03'}",
                "addroute|{'from':['GRU'],'to':['LIS'],'months':'2026-10'}",
                "addroute|{'from':['GRU'],'to':['LIS'],'months':'2027-13'}",
                "addroute|{'from':['GRU'],'to':['LIS'],'months':'2027-05..2027-03'}",
                "setnotify|{'from':'08','to':'08'}",
                "setnotify|{'from':'08','to':'22','always':true}",
                "settings|{'key':'digest'}",
                "settings|{'value':'daily'}",
                "settings|{'key':'digest','value':'hourly'}",
                "settings|{'key':'threshold','value':'101'}",
                "settings|{'key':'threshold','value':'60 channel=x'}",
                "settings|{'key':'name','value':'Ana threshold=0'}",
                "settings|{'key':'programs','value':'smiles kinds=all'}",
                "settings|{'key':'programs','value':'programa_novo'}",
                "settings|{'key':'threshold','program':'smiles','value':'60'}",
                "settings|{'key':'min_bonus','program':'milhas_magicas','value':'60'}",
                "settings|{'key':'kinds','value':'new_kind'}",
                "settings|{'key':'channel','value':'webhook'}",
                "settings|{'key':'zone','value':'Marte/Olimpo'}",
                "mute|{'program':'nada','until':'7d'}"
            })
    void makesNothingOfWhatMeansNothing(String tool, String arguments) {
        assertThat(tool(tool).checked(arguments.replace('\'', '"')))
                .as("fits the schema")
                .isPresent();
        assertThat(line(tool, arguments.replace('\'', '"'))).isEmpty();
    }
}
