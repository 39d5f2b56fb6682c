package org.milesbot.plugin.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;

/** {@code milesbot wallet import}, {@code list} and {@code export}. */
final class WalletTerminal {

    private static final int MOST_BYTES = 5_000_000;

    /** What spreadsheets in Brazil save CSV in, if it is not UTF-8. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private WalletTerminal() {}

    static List<TerminalCommand> of(WalletTables tables, Programmes programmes, Clock clock) {
        return List.of(
                new Import(tables, programmes, clock),
                new Listing(tables, programmes, clock),
                new Export(tables, clock));
    }

    /** From a file, or from what is piped in. */
    private record Import(WalletTables tables, Programmes programmes, Clock clock) implements TerminalCommand {

        @Override
        public String name() {
            return "import";
        }

        @Override
        public String help(Locale language) {
            return say(language, "terminal.import");
        }

        @Override
        public String example() {
            return "saldos.csv --chat 123456789";
        }

        @Override
        public void run(TerminalRequest request) throws IOException, SQLException {
            WalletWords words = WalletWords.of(request.words());
            LocalDate today = LocalDate.now(clock.withZone(Zones.SAO_PAULO));
            Map<Long, List<Entry>> read = WalletFile.read(text(request, words.file()), programmes, today, words.chat());
            tables.put(read, request.language(), today);
            long entries = read.values().stream().mapToLong(List::size).sum();
            request.out()
                    .println(
                            request.isJson()
                                    ? "{\"people\":" + read.size() + ",\"lines\":" + entries + "}"
                                    : say(request.language(), "terminal.imported", entries, read.size()));
        }

        private static String text(TerminalRequest request, String file) throws IOException {
            if (file.equals("-")) {
                return text(request.in(), file);
            }
            try (InputStream in = Files.newInputStream(path(request.directory(), file))) {
                return text(in, file);
            } catch (NoSuchFileException e) {
                throw new MilesbotException(ErrorKind.USAGE, Text.of(WalletTerminal.class, "terminal.none", file), e);
            }
        }

        private static Path path(Path directory, String file) {
            try {
                return directory.resolve(file);
            } catch (InvalidPathException e) {
                throw new MilesbotException(ErrorKind.USAGE, Text.of(WalletTerminal.class, "terminal.none", file), e);
            }
        }

        private static String text(InputStream in, String file) throws IOException {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new MilesbotException(ErrorKind.DATA, Text.of(WalletTerminal.class, "terminal.huge", file));
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, WINDOWS);
            }
        }
    }

    /** For people to read, or for machines one object a line. */
    private record Listing(WalletTables tables, Programmes programmes, Clock clock) implements TerminalCommand {

        @Override
        public String name() {
            return "list";
        }

        @Override
        public String help(Locale language) {
            return say(language, "terminal.list");
        }

        @Override
        public String example() {
            return "--chat 123456789";
        }

        @Override
        public void run(TerminalRequest request) throws SQLException {
            Long chat = WalletWords.withoutFile(request.words()).chat();
            LocalDate today = LocalDate.now(clock.withZone(Zones.SAO_PAULO));
            List<Wallet> wallets =
                    chat == null ? tables.all() : tables.of(chat).stream().toList();
            for (Wallet wallet : wallets) {
                for (Entry entry : wallet.entries(today)) {
                    request.out()
                            .println(request.isJson() ? json(wallet, entry) : line(wallet, entry, request.language()));
                }
            }
            if (wallets.isEmpty() && !request.isJson()) {
                request.out().println(say(request.language(), "terminal.empty"));
            }
        }

        private static String json(Wallet wallet, Entry entry) {
            String expires = entry.expires() == null ? "null" : "\"" + entry.expires() + "\"";
            return "{\"chat\":" + wallet.chatId() + ",\"program\":\"" + entry.program() + "\",\"points\":"
                    + entry.points() + ",\"expires\":" + expires + "}";
        }

        private String line(Wallet wallet, Entry entry, Locale language) {
            String program = programmes.label(entry.program());
            String chat = Long.toString(wallet.chatId());
            return entry.expires() == null
                    ? say(language, "terminal.balance", chat, program, entry.points())
                    : say(
                            language,
                            "terminal.expiry",
                            chat,
                            program,
                            entry.points(),
                            Written.shown(entry.expires(), language));
        }
    }

    /** As {@link Import} reads it again. */
    private record Export(WalletTables tables, Clock clock) implements TerminalCommand {

        @Override
        public String name() {
            return "export";
        }

        @Override
        public String help(Locale language) {
            return say(language, "terminal.export");
        }

        @Override
        public void run(TerminalRequest request) throws SQLException {
            Long chat = WalletWords.withoutFile(request.words()).chat();
            LocalDate today = LocalDate.now(clock.withZone(Zones.SAO_PAULO));
            List<Wallet> wallets =
                    chat == null ? tables.all() : tables.of(chat).stream().toList();
            request.out().println(say(request.language(), "terminal.header"));
            for (Wallet wallet : wallets) {
                for (Entry entry : wallet.entries(today)) {
                    String expires =
                            entry.expires() == null ? "" : entry.expires().toString();
                    request.out()
                            .println(wallet.chatId() + "," + entry.program() + "," + entry.points() + "," + expires);
                }
            }
        }
    }

    private static String say(Locale language, String key, Object... arguments) {
        return Text.of(WalletTerminal.class, key, arguments).in(language);
    }
}
