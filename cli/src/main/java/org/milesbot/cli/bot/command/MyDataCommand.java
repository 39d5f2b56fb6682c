package org.milesbot.cli.bot.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.milesbot.api.Bytes;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.privacy.Exported;

/** Sends somebody all that is kept of them, as a file. */
final class MyDataCommand implements Unhurried {

    /** A longer one is packed, so that it neither fills the memory nor is refused. */
    private static final int LONGEST_PLAIN = 1024 * 1024;

    private final Workshop workshop;

    MyDataCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "meusdados";
    }

    @Override
    public List<String> aliases() {
        return List.of("mydata");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("meusdados.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        Written written = new Written();
        Exported exported = written.of(workshop, request.asker().chatId());
        Message caption = exported.missing().isEmpty()
                ? speech.message("meusdados.caption")
                : speech.message("meusdados.missing", String.join(", ", exported.missing()));
        return List.of(new BotReply.Document(
                written.name(),
                written.bytes(),
                caption.withButtons(List.of(List.of(speech.button("apagar_dados:", "meusdados.button.erase"))))));
    }

    /** Counts what goes through. */
    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }

    /** A file that is packed as it is written, and unpacked again if it is short. */
    private static final class Written {

        private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        private long length;

        Exported of(Workshop workshop, long chatId) {
            try (Counted plain = new Counted(new GZIPOutputStream(packed));
                    Writer out = new OutputStreamWriter(plain, StandardCharsets.UTF_8)) {
                Exported exported = workshop.privacy().export(chatId, out);
                out.flush();
                length = plain.count;
                return exported;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isShort() {
            return length <= LONGEST_PLAIN;
        }

        String name() {
            return isShort() ? "milesbot.json" : "milesbot.json.gz";
        }

        Bytes bytes() {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
                return Bytes.of(isShort() ? unpacked.readAllBytes() : packed.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
