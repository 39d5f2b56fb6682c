package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.Moment;
import org.milesbot.cli.notify.Offers;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.store.alert.OwnAlerts;
import org.milesbot.store.alert.OwnAlerts.OwnAlert;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.PromoState;
import org.milesbot.store.user.User;

/**
 * Reminds somebody on a promo's last day; asked again, it takes that back. A button below an alert is answered by a notice, one
 * of this command's own list by the list.
 */
final class RemindCommand implements BotCommand {

    private static final String NAME = "remind";

    /** Before the words of a button of the list. */
    private static final String OWN = ".";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_READ = 500;
    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 48;

    private final Workshop workshop;

    RemindCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("lembrar");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("remind.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        String words = request.words().strip();
        boolean isOwn = request.isPressed() && words.startsWith(OWN);
        String asked = isOwn ? words.substring(OWN.length()) : words;
        if (ID.matcher(asked).matches()) {
            String said = toggled(UUID.fromString(asked), request);
            return isOwn
                    ? List.of(new BotReply.Notice(said), BotReply.show(list(request, "")))
                    : List.of(new BotReply.Notice(said));
        }
        List<OwnAlert> meant = alerts(request);
        if (asked.isEmpty() && meant.size() == 1) {
            return List.of(new BotReply.Notice(toggled(meant.get(0).promo(), request)));
        }
        return List.of(BotReply.show(
                meant.isEmpty() || !asked.isEmpty() ? list(request, asked) : list(request, promos(meant, request))));
    }

    /** The alerts in the message that theirs is a reply to. */
    private List<OwnAlert> alerts(BotRequest request) {
        Long answers = request.answers();
        return answers == null || request.isPressed()
                ? List.of()
                : new OwnAlerts(workshop.database()).inMessage(request.asker().chatId(), answers);
    }

    private Collection<PromoRow> promos(List<OwnAlert> alerts, BotRequest request) {
        List<UUID> ids = alerts.stream().map(OwnAlert::promo).distinct().toList();
        return workshop.promos().byId(ids, workshop.rule(), request.at()).values();
    }

    /** Sets or takes back a reminder, and says what happened. */
    private String toggled(UUID asked, BotRequest request) {
        Speech speech = Workshop.speech(request);
        Optional<PromoRow> found = promo(asked, request);
        if (found.isEmpty()) {
            return speech.plain("remind.gone");
        }
        PromoRow row = found.get();
        User user = workshop.user(request);
        if (user.profile().reminders().containsKey(row.id())) {
            workshop.users().forgetReminder(user.id(), row.id());
            return speech.plain("remind.off");
        }
        Moment end = row.promo().window().end();
        LocalDate today = Workshop.today(request);
        if (isOver(row, today)) {
            return speech.plain("remind.over");
        }
        if (end == null) {
            return speech.plain("remind.no_end");
        }
        if (end.date().equals(today)) {
            return speech.plain("remind.today");
        }
        workshop.users().remind(user.id(), row.id(), request.at());
        return speech.plain("remind.on", day(end, request));
    }

    private static boolean isOver(PromoRow row, LocalDate today) {
        return row.promo().window().isOverOn(today)
                || row.state() == PromoState.ENDED
                || row.state() == PromoState.WITHDRAWN;
    }

    private static String day(Moment end, BotRequest request) {
        return new TimePhrases(request.asker().language(), Workshop.today(request))
                .moment(end)
                .plain();
    }

    /** By its id, or one that it was known by before. */
    private Optional<PromoRow> promo(UUID id, BotRequest request) {
        List<UUID> ids = Stream.concat(Stream.of(id), workshop.dossiers().named(id.toString(), 1).stream())
                .distinct()
                .toList();
        Map<UUID, PromoRow> found = workshop.promos().byId(ids, workshop.rule(), request.at());
        return ids.stream()
                .flatMap(each -> Optional.ofNullable(found.get(each)).stream())
                .findFirst();
    }

    /** The open promos that end on a day to come: those that somebody is reminded of, then the best that they follow. */
    private Message list(BotRequest request, String words) {
        User user = workshop.user(request);
        PromoSearch search = PromoSearch.read(workshop.programs(), words);
        PromoFilter open = new PromoFilter(Set.of(), null, null, Workshop.today(request), null, MOST_READ, Order.SCORE);
        Set<UUID> kept = user.profile().reminders().keySet();
        List<PromoRow> best = workshop.promos().list(open, workshop.rule(), request.at());
        return list(
                request,
                Stream.concat(
                                best.stream().filter(row -> kept.contains(row.id())),
                                best.stream()
                                        .filter(row -> search.matches(
                                                row.promo(), user.config().follows())))
                        .distinct()
                        .toList());
    }

    private Message list(BotRequest request, Collection<PromoRow> promos) {
        Speech speech = Workshop.speech(request);
        Set<UUID> kept = workshop.profile(request).reminders().keySet();
        List<List<Button>> rows = promos.stream()
                .filter(row -> mayRemind(row, Workshop.today(request)))
                .limit(MOST)
                .map(row -> List.of(button(row, kept.contains(row.id()), request)))
                .toList();
        return speech.message(rows.isEmpty() ? "remind.none" : "remind.which").withButtons(rows);
    }

    private static boolean mayRemind(PromoRow row, LocalDate today) {
        Moment end = row.promo().window().end();
        return end != null && end.date().isAfter(today);
    }

    private Button button(PromoRow row, boolean isKept, BotRequest request) {
        String label = workshop.letters().label(Offers.of(row), request.asker(), LONGEST_LABEL);
        Moment end = row.promo().window().end();
        String until = end == null ? "" : day(Moment.of(end.date()), request);
        return Workshop.speech(request)
                .button(NAME + ":" + OWN + row.id(), isKept ? "remind.button.kept" : "remind.button", label, until);
    }
}
