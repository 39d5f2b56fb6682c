package org.milesbot.notify.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** Refuses answers that are longer than any of the Bot API, before they fill the memory. */
final class BoundedAnswer implements Interceptor {

    private final long most;

    BoundedAnswer(long most) {
        this.most = most;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        try (ResponseBody body = response.body()) {
            BufferedSource source = body.source();
            if (source.request(most + 1)) {
                throw new IOException("an answer of more than " + most + " bytes");
            }
            Buffer whole = source.getBuffer().clone();
            return response.newBuilder()
                    .body(ResponseBody.create(whole, body.contentType(), whole.size()))
                    .build();
        }
    }
}
