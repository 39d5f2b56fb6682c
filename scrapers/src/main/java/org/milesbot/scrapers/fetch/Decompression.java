package org.milesbot.scrapers.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchResult.Refused;
import org.milesbot.scrapers.recording.Answer;

/** Undoes the Content-Encoding of an answer, never further than the size limit. */
final class Decompression {

    private final int most;

    /**
     * @param most the largest body in bytes, compressed or not
     */
    Decompression(int most) {
        this.most = most;
    }

    /**
     * @throws FetchEndedException if the body is too large, damaged, or compressed in a way that is not known
     */
    Body decompress(URI uri, Answer answer) throws IOException {
        Body body = answer.body();
        String coding = Objects.requireNonNullElse(answer.headers().first("Content-Encoding"), "identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (body.size() > most) {
            throw tooLarge(uri, most);
        }
        if (body.size() == 0) {
            return body;
        }
        try {
            return switch (coding) {
                case "", "identity" -> body;
                case "gzip", "x-gzip" -> inflate(uri, new GZIPInputStream(body.open()));
                case "deflate" -> inflate(uri, new InflaterInputStream(body.open()));
                default -> throw new FetchEndedException(Outcomes.failed("failed.coding", uri, coding), null);
            };
        } catch (EOFException e) {
            throw new FetchEndedException(Outcomes.failed("failed.truncated", uri, coding), e);
        } catch (ZipException e) {
            throw new FetchEndedException(Outcomes.failed("failed.damaged", uri, coding), e);
        }
    }

    private Body inflate(URI uri, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(uri, most);
        }
        return Body.of(bytes);
    }

    static FetchEndedException tooLarge(URI uri, int most) {
        String size = most % (1 << 20) == 0 ? (most >> 20) + " MiB" : most + " bytes";
        return new FetchEndedException(
                new Refused(Text.of(Decompression.class, "refused.large", uri.toString(), size)), null);
    }
}
