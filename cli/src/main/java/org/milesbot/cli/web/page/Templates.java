package org.milesbot.cli.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.milesbot.api.Bytes;
import org.milesbot.api.web.WebReply;

/** Fills templates in. They were compiled with the code; what is put into them is escaped for the place it stands in. */
public final class Templates {

    private static final String PACKAGE = "org.milesbot.cli.web";
    private static final String TYPE = "text/html; charset=utf-8";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /**
     * A page.
     *
     * @param template such as {@code page/home.jte}
     * @param parameters by the names that the template gives them
     */
    public WebReply.Content fill(String template, Map<String, Object> parameters, Duration freshFor) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return new WebReply.Content(200, TYPE, Bytes.of(bytes.toByteArray()), freshFor);
    }
}
