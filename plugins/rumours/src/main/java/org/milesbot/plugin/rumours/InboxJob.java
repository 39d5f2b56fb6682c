package org.milesbot.plugin.rumours;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.plugin.rumours.Intake.End;
import org.milesbot.plugin.rumours.Intake.Reporter;
import org.milesbot.plugin.rumours.Intake.Taken;

/**
 * Reads the files of a folder, each once: it is moved to {@code done} when what it says is kept, and to {@code refused} if it
 * is no text or cannot be read. One that was read and not moved, because the process died, is read again without harm.
 */
record InboxJob(Path folder, Intake intake) implements Job {

    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 1_000_000;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** What older Windows programs write. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.SCRAPE;
    }

    @Override
    public JobResult run(JobContext context) throws IOException, SQLException {
        long rumours = 0;
        long refused = 0;
        List<Path> files = files();
        for (Path file : files) {
            String text = text(file);
            rumours += text == null ? 0 : kept(file, text, context.now());
            refused += text == null ? 1 : 0;
            move(file, text == null ? "refused" : "done", context.now());
        }
        return JobResult.counted("files", files.size()).and("rumours", rumours).and("refused", refused);
    }

    /** Neither links nor what is hidden: that is written still, or somebody's own. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isPage(file) || name(file).endsWith(".txt"))
                    .filter(file -> !name(file).startsWith("."))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private long kept(Path file, String text, Instant now) throws SQLException {
        List<Taken> taken =
                isPage(file) ? intake.takePage(text, now).stream().toList() : intake.take(Reporter.INBOX, text, now);
        return taken.stream().filter(each -> each.end() == End.KEPT).count();
    }

    private static boolean isPage(Path file) {
        return name(file).endsWith(".html") || name(file).endsWith(".htm");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Null for what is no text, is too long, or may not be read. */
    private static @Nullable String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return null;
            }
            String text = decoded(Files.readAllBytes(file));
            return text.indexOf('\0') < 0 ? text : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Files of one name may come again and again: the time before the name keeps them apart. */
    private void move(Path file, String where, Instant now) throws IOException {
        Path target = Files.createDirectories(folder.resolve(where));
        String name = STAMP.format(now.atZone(Zones.SAO_PAULO)) + "-" + file.getFileName();
        Files.move(file, target.resolve(name));
    }
}
