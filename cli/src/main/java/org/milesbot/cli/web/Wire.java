package org.milesbot.cli.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Puts a reply on the wire, with what lets browsers keep it and what protects people. */
final class Wire {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Unless it is refused by a quality of zero. */
    private static final Pattern GZIP =
            Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))", Pattern.CASE_INSENSITIVE);

    private Wire() {}

    static void send(Context context, Ready ready) {
        protect(context);
        ForMachines.open(context);
        context.header("Cache-Control", cacheControl(ready.keptFor()));
        context.header("Vary", "Accept-Encoding, Accept-Language");
        if (ready.location() != null) {
            context.header("Location", ready.location());
        }
        if (ready.status() == HttpStatus.OK_200) {
            context.header("ETag", ready.mark());
            if (isKnown(context.header("If-None-Match"), ready.mark())) {
                context.status(HttpStatus.NOT_MODIFIED_304);
                return;
            }
        }
        boolean compress = ready.isCompressible() && accepts(context.header("Accept-Encoding"));
        if (compress) {
            context.header("Content-Encoding", "gzip");
        }
        context.status(ready.status());
        context.contentType(ready.type());
        context.result(ready.bytes(compress));
    }

    /** Says which other sites may ask, and nothing else. */
    static void sendPermission(Context context) {
        protect(context);
        ForMachines.allow(context);
        context.status(HttpStatus.NO_CONTENT_204);
    }

    private static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    }

    private static String cacheControl(Duration freshFor) {
        return freshFor.isZero() ? "no-store" : "public, max-age=" + freshFor.toSeconds();
    }

    private static boolean isKnown(@Nullable String shown, String mark) {
        if (shown == null) {
            return false;
        }
        for (String each : shown.split(",", -1)) {
            String one = each.strip();
            if (one.equals("*") || one.equals(mark) || ("W/" + one).equals(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && GZIP.matcher(encodings).find();
    }
}
