package org.milesbot.cli.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.people.Setting;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.ProgramChoice;

/**
 * Silences a programme for a while. A button below an alert asks for {@code smiles}, and is answered by a message of its own, so
 * that the alert stays; the buttons of that message ask for {@code .smiles 7d}, and change it.
 */
final class MuteCommand implements BotCommand {

    private static final String NAME = "mute";

    /** Before the words of a button that stands below a message of this command. */
    private static final String OWN = ".";

    private static final String OFF = "off";
    private static final List<String> SPANS = List.of("1d", "7d", "30d");
    private static final int BESIDE = 2;
    private static final int LONGEST = 200;
    private static final Pattern UNTIL = Pattern.compile("(.*?)[\\s,]+(?:(?:por|for|ate|until)\\s+)?"
            + "(off|no|nao|[0-9]{1,4}\\s?[a-z]{1,8}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?)");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})\\s?([a-z]+)");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?");

    private final Workshop workshop;

    MuteCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("silenciar");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("mute.help");
    }

    @Override
    public String example() {
        return "smiles 7d";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        if (!request.isPressed()) {
            return List.of(BotReply.say(typed(request)));
        }
        String words = request.words();
        return words.startsWith(OWN)
                ? List.of(BotReply.show(pressed(request, words.substring(OWN.length()))))
                : List.of(BotReply.say(choices(request, words)));
    }

    private Message pressed(BotRequest request, String words) {
        if (words.isBlank()) {
            return list(request);
        }
        String[] parts = words.split("\\s+", 2);
        return parts.length < 2 ? choices(request, parts[0]) : muted(request, parts[0], parts[1]);
    }

    private Message typed(BotRequest request) {
        String words = ProgramWords.folded(request.words()).strip();
        if (words.isEmpty()) {
            return list(request);
        }
        if (words.length() > LONGEST) {
            throw Workshop.wrong("mute.wrong", Workshop.clipped(words));
        }
        Matcher until = UNTIL.matcher(words);
        if (until.matches()) {
            return muted(request, program(request, until.group(1)), span(until.group(2), request));
        }
        return choices(request, program(request, words));
    }

    /** One that is known by its name, or one that the person deals with already. */
    private String program(BotRequest request, String words) {
        String slug = SettingWriting.slug(workshop.programs(), words);
        Profile profile = workshop.profile(request);
        boolean isTheirs = Stream.concat(
                        profile.config().follows().programs().stream(), profile.programs().keySet().stream())
                .anyMatch(program -> program.value().equals(slug));
        if (!isTheirs && !workshop.names().slugs().contains(slug)) {
            throw workshop.programs().unknown(words, NAME);
        }
        return slug;
    }

    /** As the settings take it: "2 semanas" is 2w, "25/12" the next such day. */
    private static String span(String words, BotRequest request) {
        Matcher day = DAY.matcher(words);
        if (day.matches()) {
            return day(day, LocalDate.ofInstant(request.at(), Zones.SAO_PAULO));
        }
        Matcher span = SPAN.matcher(words);
        if (!span.matches()) {
            return words;
        }
        return switch (span.group(2)) {
            case "h", "hora", "horas", "hour", "hours" -> span.group(1) + "h";
            case "d", "dia", "dias", "day", "days" -> span.group(1) + "d";
            case "s", "semana", "semanas", "w", "week", "weeks" -> span.group(1) + "w";
            case "m", "mes", "meses", "month", "months" -> 30 * Integer.parseInt(span.group(1)) + "d";
            default -> words;
        };
    }

    private static String day(Matcher day, LocalDate today) {
        String year = day.group(3);
        String rest = String.format(
                Locale.ROOT, "-%02d-%02d", Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        String thisYear = (year == null ? Integer.toString(today.getYear()) : year) + rest;
        return year == null && thisYear.compareTo(today.toString()) <= 0 ? (today.getYear() + 1) + rest : thisYear;
    }

    private Message muted(BotRequest request, String program, String until) {
        Profile after = workshop.change(
                request, before -> workshop.settings().with(before, Setting.MUTE + "." + program, until));
        Speech speech = Workshop.speech(request);
        String name = workshop.names().of(program);
        Instant silentUntil = after.choice(new ProgramId(program)).mutedUntil();
        Button back = speech.button(NAME + ":" + OWN, "mute.button.list");
        if (silentUntil == null) {
            return speech.message("mute.off", name).withButtons(List.of(List.of(back)));
        }
        return speech.message("mute.done", name, until(silentUntil, request, after))
                .withButtons(List.of(
                        List.of(speech.button(NAME + ":" + OWN + program + " " + OFF, "mute.button.off", name)),
                        List.of(back)));
    }

    /** The day and hour, by the clocks of the person. */
    private static Html until(Instant until, BotRequest request, Profile profile) {
        ZoneId zone = profile.config().quiet().zone();
        ZonedDateTime there = until.atZone(zone);
        LocalTime time = there.toLocalTime().withSecond(0).withNano(0);
        boolean isWholeDay = time.equals(LocalTime.MIDNIGHT)
                || Duration.between(request.at(), until).compareTo(Duration.ofDays(2)) > 0;
        return new TimePhrases(request.asker().language(), LocalDate.ofInstant(request.at(), zone))
                .moment(new Moment(there.toLocalDate(), isWholeDay ? null : time));
    }

    private Message choices(BotRequest request, String program) {
        Speech speech = Workshop.speech(request);
        String own = NAME + ":" + OWN + program + " ";
        String name = workshop.names().of(program);
        List<Button> spans = SPANS.stream()
                .map(span -> speech.button(own + span, "mute.button." + span))
                .toList();
        return speech.message("mute.ask", name)
                .withButtons(List.of(
                        spans,
                        List.of(speech.button(own + OFF, "mute.button.off", name)),
                        List.of(speech.button(NAME + ":" + OWN, "mute.button.list"))));
    }

    private Message list(BotRequest request) {
        Profile profile = workshop.profile(request);
        Speech speech = Workshop.speech(request);
        List<Html> lines = new ArrayList<>();
        profile.programs().entrySet().stream()
                .filter(each -> isSilent(each.getValue().mutedUntil(), request))
                .sorted(Comparator.comparing(each -> each.getKey().value()))
                .map(each -> line(each, request, profile))
                .forEach(lines::add);
        String heading = speech.words(lines.isEmpty() ? "mute.none" : "mute.heading");
        Html text = Html.lines(new Html(heading), Html.join("\n", lines), new Html("\n" + speech.words("mute.which")));
        return new Message(text.value(), programs(profile), false, null);
    }

    private static boolean isSilent(@Nullable Instant until, BotRequest request) {
        return until != null && until.isAfter(request.at());
    }

    private Html line(Map.Entry<ProgramId, ProgramChoice> each, BotRequest request, Profile profile) {
        Instant until = Objects.requireNonNull(each.getValue().mutedUntil());
        return new Html(Workshop.speech(request)
                .words("mute.line", workshop.names().of(each.getKey().value()), until(until, request, profile)));
    }

    /** Those that somebody follows, or the usual ones; and those that are silent. */
    private List<List<Button>> programs(Profile profile) {
        List<String> followed = profile.config().follows().programs().stream()
                .map(ProgramId::value)
                .sorted()
                .toList();
        Stream<String> silent =
                profile.programs().keySet().stream().map(ProgramId::value).sorted();
        List<Button> buttons = Stream.concat(
                        followed.isEmpty() ? SettingChoices.usual("programs").stream() : followed.stream(), silent)
                .distinct()
                .filter(slug -> slug.length() < Button.MOST_BYTES - NAME.length() - OWN.length() - " 30d:".length())
                .map(slug -> Button.telling(workshop.names().of(slug), NAME + ":" + OWN + slug))
                .toList();
        return SettingPages.inRows(buttons, BESIDE);
    }
}
