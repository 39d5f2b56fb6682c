package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotRequest;

/** The commands that come along. */
public final class BuiltInCommands {

    /** The name of the one that reads announcements. */
    public static final String READER = "ler";

    /** All their names, for whoever chooses another. */
    public static final Set<String> NAMES = Set.of(
            "addroute",
            "ajuda",
            "ajustes",
            "apagar_dados",
            "apagardados",
            "apagarrota",
            "bonus",
            "broadcast",
            "calc",
            "calcular",
            "comecar",
            "configuracoes",
            "dead",
            "delroute",
            "erase_data",
            "fontes",
            "forecast",
            "help",
            "historico",
            "history",
            "horario",
            "horarios",
            "ia",
            "lembrar",
            READER,
            "meusdados",
            "mute",
            "mydata",
            "novarota",
            "pessoas",
            "porque",
            "previsao",
            "promos",
            "read",
            "remind",
            "rotas",
            "routes",
            "setnotify",
            "settings",
            "silenciar",
            "sources",
            "start",
            "status",
            "toggle_ai",
            "users",
            "why");

    private BuiltInCommands() {}

    /**
     * All of them, in the order in which they are listed.
     *
     * @param listed what somebody may ask for, plug-ins' commands included
     */
    public static List<BotCommand> of(Workshop workshop, Function<BotRequest, List<BotCommand>> listed) {
        return Stream.of(
                        List.<BotCommand>of(new StartCommand(workshop, new OpenPromosCommand(workshop)::answer)),
                        promos(workshop),
                        forPeople(workshop),
                        forRoutes(workshop),
                        List.of(new MyDataCommand(workshop), new EraseCommand(workshop), new HelpCommand(listed)),
                        forOperators(workshop))
                .flatMap(List::stream)
                .toList();
    }

    private static List<BotCommand> promos(Workshop workshop) {
        return List.of(
                new OpenPromosCommand(workshop),
                new ReadCommand(workshop),
                new WhyCommand(workshop),
                new CalcCommand(workshop),
                new ChancesCommand(workshop),
                new PastCommand(workshop));
    }

    private static List<BotCommand> forPeople(Workshop workshop) {
        return List.of(
                new SettingsCommand(workshop),
                new NotifyHoursCommand(workshop),
                new MuteCommand(workshop),
                new RemindCommand(workshop),
                new ToggleAiCommand(workshop));
    }

    private static List<BotCommand> forRoutes(Workshop workshop) {
        return List.of(new AddRouteCommand(workshop), new RoutesCommand(workshop), new DeleteRouteCommand(workshop));
    }

    private static List<BotCommand> forOperators(Workshop workshop) {
        return List.of(
                new StatusCommand(workshop),
                new SourcesCommand(workshop),
                new UsersCommand(workshop),
                new BroadcastCommand(workshop),
                new DeadCommand(workshop));
    }
}
