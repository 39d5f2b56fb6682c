package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.wiring.Doctor;
import org.milesbot.cli.wiring.Doctor.Check;
import org.milesbot.cli.wiring.Doctor.Health;
import picocli.CommandLine.Command;

/** Checks the surroundings. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        List<Check> checks =
                new Doctor(session.settings(), session.surroundings().clock(), session.wiring()).examine();
        for (Check check : checks) {
            if (session.json()) {
                console.out().println(JsonLine.of(fields(check, console.locale())));
            } else {
                print(check, console);
            }
        }
        boolean broken = checks.stream().anyMatch(check -> check.health() == Health.FAIL);
        return broken ? ExitCode.CONFIGURATION : ExitCode.OK;
    }

    private static Map<String, @Nullable Object> fields(Check check, Locale locale) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("check", check.name());
        fields.put("health", check.health().name().toLowerCase(Locale.ROOT));
        fields.put("finding", check.finding().in(locale));
        fields.put("remedy", check.remedy() == null ? null : check.remedy().in(locale));
        return fields;
    }

    private static void print(Check check, Console console) {
        Locale locale = console.locale();
        String name =
                Text.of(DoctorCommand.class, "doctor.name." + check.name()).in(locale);
        console.out()
                .println(mark(check.health(), console) + " " + name + ": "
                        + check.finding().in(locale));
        if (check.remedy() != null) {
            console.out().println("    → " + check.remedy().in(locale));
        }
    }

    private static String mark(Health health, Console console) {
        return switch (health) {
            case OK -> console.good("✓");
            case WARN -> console.doubtful("!");
            case FAIL -> console.bad("✗");
        };
    }
}
