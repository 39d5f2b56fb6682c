package org.milesbot.cli.web;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Answers what is not even a request as HTTP has them: with the name of the status, and nothing of what is behind it. */
final class Unparsed implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        String words = response.getStatus() + " " + HttpStatus.getMessage(response.getStatus()) + "\n";
        response.write(true, BufferUtil.toBuffer(words.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
