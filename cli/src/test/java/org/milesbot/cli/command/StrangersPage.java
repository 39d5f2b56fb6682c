package org.milesbot.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.store.testing.TestDatabase;

/** A server on this machine, and a stranger's plug-in with a source for each of its pages: the page is one announcement. */
final class StrangersPage implements AutoCloseable {

    static final String OFFER =
            "Transfira pontos da Livelo para a Smiles e ganhe até 80% de bônus. " + "Promoção válida até 30/11/2026.";

    private static final String READ = """
            return Reading.of(List.of(new Announcement("only", page.text(), page.text(), page.url(),
                    Instant.parse("2026-11-20T12:00:00Z"))));""";

    private static final String READ_LIST = """
            if (page.text().contains("rebuilt")) {
                throw new MilesbotException(ErrorKind.DATA, Text.plain("no list"));
            }
            List<Announcement> all = new ArrayList<>();
            for (String line : page.text().split("\\n")) {
                String[] cells = line.split("[|]");
                if (cells.length == 3) {
                    all.add(new Announcement(cells[0], cells[1], cells[1], page.url(), Instant.parse(cells[2])));
                }
            }
            return Reading.of(all);""";

    private final AtomicLong visits = new AtomicLong();
    private final AtomicLong robots = new AtomicLong();
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();

    StrangersPage() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean isPage = !request.getUrl().encodedPath().equals("/robots.txt");
                (isPage ? visits : robots).incrementAndGet();
                MockResponse page = pages.get(request.getUrl().encodedPath());
                if (page == null) {
                    return new MockResponse.Builder().code(404).build();
                }
                String etag = page.getHeaders().get("ETag");
                return etag != null && etag.equals(request.getHeaders().get("If-None-Match"))
                        ? new MockResponse.Builder().code(304).build()
                        : page;
            }
        });
        server.start();
    }

    static MockResponse.Builder html(String text) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body(text);
    }

    void serve(String path, MockResponse response) {
        pages.put(path, response);
    }

    String address(String path) {
        return server.url(path).toString();
    }

    /** Installs the plug-in {@code stranger}, whose sources have the names of the pages. */
    void install(Path temporary, String... names) throws IOException {
        String sources = Arrays.stream(names)
                .map(name -> source(name, address("/" + name)))
                .collect(Collectors.joining(","));
        new PluginDirectory(temporary)
                .add("stranger", "stranger", "public List<Source> sources() { return List.of(" + sources + "); }");
    }

    /**
     * Installs the plug-in {@code stranger}, whose sources have the names of the pages and read lists: an announcement a
     * line, of its id, its text and when it was published, with a bar between them.
     */
    void installLists(Path temporary, String... names) throws IOException {
        String sources = Arrays.stream(names)
                .map(name -> source(name, address("/" + name), READ_LIST))
                .collect(Collectors.joining(","));
        new PluginDirectory(temporary).add("stranger", "stranger", """
                        public String schedule() { return "*/5 * * * *"; }
                        public List<Source> sources() { return List.of(%s); }
                        """.formatted(sources));
    }

    /** How many requests came that were not for robots.txt. */
    long visits() {
        return visits.get();
    }

    /** How many requests came for robots.txt. */
    long robotsAsked() {
        return robots.get();
    }

    private static String source(String id, String address) {
        return source(id, address, READ);
    }

    private static String source(String id, String address, String read) {
        return """
                new Source() {
                    public SourceId id() { return new SourceId("%s"); }
                    public Provenance provenance() { return Provenance.BLOG; }
                    public List<URI> addresses() { return List.of(URI.create("%s")); }
                    public Reading read(Page page) { %s }
                }
                """.formatted(id, address, read);
    }

    /** A run that knows the plug-in and may ask this server, at once. */
    CommandRun run(Path temporary, TestDatabase database) {
        return CommandRun.in(temporary, database)
                .with("MILESBOT_FETCH_ALLOW_PRIVATE", "localhost,127.0.0.1")
                .with("MILESBOT_FETCH_DELAY", "0")
                .with("MILESBOT_FETCH_TIMEOUT", "5s");
    }

    /** Answers no more; the address stays. */
    void goDown() {
        server.close();
    }

    @Override
    public void close() {
        goDown();
    }
}
