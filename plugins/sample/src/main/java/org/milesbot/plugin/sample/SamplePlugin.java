package org.milesbot.plugin.sample;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.forecast.ForecastSignal;
import org.milesbot.api.job.Job;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.web.WebRoute;

/**
 * Shows the ways to contribute. Watching a page is the {@link SampleSource}'s work, and the host fetches, keeps and reads
 * it; {@code scrape} is for what no source can describe, and here asks for the archive that lies beside the page. What it has
 * to do with messages each is a class of its own, and so is what it keeps of people, in {@link SampleTables} or in files.
 */
final class SamplePlugin implements Plugin {

    private final SampleSource source;
    private final URI archive;
    private final Fetcher fetcher;
    private final @Nullable String footnote;
    private final @Nullable SampleChannel channel;
    private final SampleTables tables;

    /**
     * @param tables its own tables
     * @param footnote what is added to messages, or null
     * @param folder where messages are written to for who chose that, or null
     */
    SamplePlugin(URI address, Fetcher fetcher, SampleTables tables, @Nullable String footnote, @Nullable Path folder) {
        this.source = new SampleSource(address);
        this.archive = address.resolve("archive.txt");
        this.fetcher = fetcher;
        this.tables = tables;
        this.footnote = footnote;
        this.channel = folder == null ? null : new SampleChannel(folder);
    }

    @Override
    public String schedule() {
        return "hourly";
    }

    @Override
    public Set<String> categories() {
        return Set.of("bonus");
    }

    @Override
    public List<Source> sources() {
        return List.of(source);
    }

    @Override
    public List<Sighting> scrape(Instant since) {
        FetchResult result = fetcher.fetch(FetchRequest.of(archive));
        if (result instanceof FetchResult.Fetched fetched) {
            return sightings(fetched.page(), since);
        }
        if (result instanceof FetchResult.NotModified || result instanceof FetchResult.Gone) {
            return List.of();
        }
        throw new MilesbotException(
                ErrorKind.EXTERNAL,
                Text.of(
                        SamplePlugin.class,
                        "archive",
                        archive.toString(),
                        result.getClass().getSimpleName()));
    }

    @Override
    public List<MessageDecorator> decorators() {
        return footnote == null ? List.of() : List.of(new SampleFootnote(footnote));
    }

    @Override
    public List<AudienceFilter> audience() {
        return List.of(new SampleAudience());
    }

    @Override
    public List<Channel> channels() {
        return channel == null ? List.of() : List.of(channel);
    }

    @Override
    public List<WebRoute> webRoutes() {
        return List.of(new SamplePage(archive).route());
    }

    @Override
    public Optional<PersonalData> personalData() {
        boolean isKept = channel != null || tables.areThere();
        return isKept ? Optional.of(new SamplePersonalData(channel, tables)) : Optional.empty();
    }

    @Override
    public List<BotCommand> botCommands() {
        return List.of(new SampleCommand(), new SampleRemind(tables));
    }

    @Override
    public List<Job> jobs() {
        return SampleJobs.of(tables);
    }

    @Override
    public List<ForecastSignal> forecastSignals() {
        return List.of(new SamplePayday());
    }

    @Override
    public List<TerminalCommand> commands() {
        return SampleTerminal.of(tables);
    }

    private List<Sighting> sightings(Page page, Instant since) {
        return source.read(page).announcements().stream()
                .filter(announcement -> !announcement.publishedAt().isBefore(since))
                .flatMap(announcement ->
                        source.promosOf(announcement).stream().map(promo -> sighting(promo, announcement)))
                .toList();
    }

    private Sighting sighting(Promo promo, Announcement from) {
        URI url = Objects.requireNonNullElse(from.url(), archive);
        return new Sighting(promo, source.id(), source.provenance(), from.title(), url, from.publishedAt());
    }
}
