package org.milesbot.cli.jar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A jar with a main and a rehearsal as milesbot has them, and nothing else: of the same length whatever its word is. */
final class TinyJar {

    private static final String MAIN = """
            package org.milesbot.cli;
            import java.lang.management.ManagementFactory;
            import java.util.List;
            public final class Main {
                public static void main(String[] arguments) {
                    if (List.of(arguments).contains("flags")) {
                        System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
                        return;
                    }
                    System.out.println(Word.WORD.length() + Word.class.getSimpleName() + " %s " + String.join("|", arguments));
                    System.exit(arguments.length > 1 ? 3 : 0);
                }
            }
            final class Word {
                static final String WORD = String.valueOf("%s");
            }
            """;

    private static final String REHEARSAL = """
            package org.milesbot.cli;
            public final class Rehearsal {
                public static void main(String[] arguments) {
                    System.out.println("rehearsed");
                    Main.main(new String[0]);
                }
            }
            """;

    private TinyJar() {}

    /** Writes it, in the place of one that may be there. */
    static void write(Path jar, String word) throws IOException {
        Path work = Files.createTempDirectory("tiny");
        Path main = Files.writeString(work.resolve("Main.java"), MAIN.formatted(word, word));
        Path rehearsal = Files.writeString(work.resolve("Rehearsal.java"), REHEARSAL);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int end = compiler.run(
                null, null, null, "--release", "17", "-d", work.toString(), main.toString(), rehearsal.toString());
        if (end != 0) {
            throw new IllegalStateException("not compiled");
        }
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("Main", "Word", "Rehearsal")) {
                add(zip, "org/milesbot/cli/" + name + ".class", work);
            }
        }
    }

    /** Not compressed, so that words of one length make jars of one length. */
    private static void add(ZipOutputStream zip, String name, Path work) throws IOException {
        byte[] bytes = Files.readAllBytes(work.resolve(name));
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
