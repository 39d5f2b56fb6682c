package org.milesbot.api.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.forecast.ForecastSignal;
import org.milesbot.api.job.Job;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.web.WebRoute;

/**
 * One capability: sources to watch, or promos from elsewhere. New kinds of contribution arrive as methods with a default,
 * so that a plug-in keeps loading.
 *
 * <p>The host calls a plug-in from one thread at a time, with a time limit; what it throws ends its own work only.
 */
public interface Plugin extends AutoCloseable {

    /**
     * When its own scrape is due, and when the host looks which of its sources are: a cron expression of five fields in
     * America/Sao_Paulo ({@code 0,30 6-23 * * *}), or one of {@code hourly}, {@code daily}, {@code weekly},
     * {@code monthly}, with or without a leading {@code @}.
     */
    String schedule();

    /** What it is about, as slugs: {@code bonus}, {@code award_search} … */
    Set<String> categories();

    /** A sentence for the list of plug-ins, such as which setting it lacks for all that it can do. */
    default Optional<Text> notice() {
        return Optional.empty();
    }

    /** The places it watches; the host fetches, keeps, reads and stores. Most plug-ins need no more than this. */
    default List<Source> sources() {
        return List.of();
    }

    /**
     * Promos from where no source can describe, such as a partner's interface: all that were published since an instant.
     * Asked again for the same instant it returns the same promos again, without harm.
     *
     * @throws Exception if it cannot; the host reports it and goes on with other plug-ins
     */
    default List<Sighting> scrape(Instant since) throws Exception {
        return List.of();
    }

    /** Who it asks what seats cost in miles. The host decides which flights are asked for, and keeps what is answered. */
    default List<FareProvider> fareProviders() {
        return List.of();
    }

    /**
     * What it wants providers to be asked, besides the routes that people wait for; 1,000 at most. The host asks for whole months,
     * for one passenger, and as often as the providers allow; what came of it a {@link Job} after {@code scrape} is told.
     *
     * @throws Exception if it cannot say; the host reports it and asks for what others want
     */
    default List<FareQuery> fareQueries() throws Exception {
        return List.of();
    }

    /** What it thinks of the pace of campaigns, told and scored beside the host's forecast; {@value ForecastSignal#MOST} at most. */
    default List<ForecastSignal> forecastSignals() {
        return List.of();
    }

    /** Ways for messages to reach people, besides Telegram. */
    default List<Channel> channels() {
        return List.of();
    }

    /** What changes messages before they are sent, in the order they do it. */
    default List<MessageDecorator> decorators() {
        return List.of();
    }

    /** What keeps promos from people who should not get them. */
    default List<AudienceFilter> audience() {
        return List.of();
    }

    /** What the bot can be asked for, besides what it knows by itself. */
    default List<BotCommand> botCommands() {
        return List.of();
    }

    /**
     * What it shows on the web page, below {@code /p/<its id>}. The host listens, limits, and keeps replies for as long as
     * they are fresh; it may ask several routes at once.
     */
    default List<WebRoute> webRoutes() {
        return List.of();
    }

    /** What it does after the host's own work of a phase, in this order. */
    default List<Job> jobs() {
        return List.of();
    }

    /** What can be done with it on the command line: {@code milesbot <its id> <command>}. */
    default List<TerminalCommand> commands() {
        return List.of();
    }

    /** What it keeps of people; nothing only if it keeps nothing of anybody. */
    default Optional<PersonalData> personalData() {
        return Optional.empty();
    }

    /** Lets go of what the plug-in holds. */
    @Override
    default void close() {}
}
