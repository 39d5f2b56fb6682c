package org.milesbot.cli.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebRequest;

/** Makes of what came over the wire what handlers are asked, within limits. */
final class Asking {

    private static final String LANGUAGE = "lang";

    private final Addresses addresses;
    private final Languages languages;
    private final Clock clock;

    Asking(Addresses addresses, Languages languages, Clock clock) {
        this.addresses = addresses;
        this.languages = languages;
        this.clock = clock;
    }

    String address(Context context) {
        return addresses.of(context.req().getRemoteAddr(), context.header("X-Forwarded-For"));
    }

    /**
     * The request.
     *
     * @param parts of its path that have names
     * @throws MilesbotException of kind USAGE if there is too much of it
     */
    Call call(Context context, WebMethod method, Map<String, String> parts) {
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        boolean isSecure =
                addresses.isProxy(context.req().getRemoteAddr()) && "https".equals(context.header("X-Forwarded-Proto"));
        return new Call(request(context, method, parts), address(context), isSecure, headers, context.cookieMap());
    }

    /** A request of which nothing was read but where it goes and in which language, for one that cannot be answered. */
    WebRequest bare(Context context) {
        Locale language = languages.of(Optional.empty(), context.header("Accept-Language"));
        return new WebRequest(context.path(), Map.of(), WebFields.NONE, WebFields.NONE, language, clock.instant());
    }

    private WebRequest request(Context context, WebMethod method, Map<String, String> parts) {
        String query = context.queryString();
        if (query != null && query.length() > WebLimits.QUERY) {
            throw tooMuch("query.long", WebLimits.QUERY);
        }
        WebFields fields = fields(context.queryParamMap());
        return new WebRequest(
                context.path(),
                parts,
                fields,
                method == WebMethod.POST ? fields(context.formParamMap()) : WebFields.NONE,
                languages.of(fields.first(LANGUAGE), context.header("Accept-Language")),
                clock.instant());
    }

    private static WebFields fields(Map<String, List<String>> values) {
        int all = values.values().stream().mapToInt(List::size).sum();
        if (all > WebLimits.FIELDS) {
            throw tooMuch("fields.many", WebLimits.FIELDS);
        }
        return new WebFields(values);
    }

    private static MilesbotException tooMuch(String key, int most) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(Asking.class, key, most));
    }
}
