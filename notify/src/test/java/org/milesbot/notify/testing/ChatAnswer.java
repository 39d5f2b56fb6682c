package org.milesbot.notify.testing;

import java.util.List;
import java.util.Map;

/** What a {@link ChatServer} does with a request that it takes. */
public sealed interface ChatAnswer {

    /**
     * The model calls tools, in order.
     *
     * @param calls none for a model that does neither that nor speak
     */
    record Calls(List<Call> calls) implements ChatAnswer {}

    /**
     * A call of a tool.
     *
     * @param arguments as the model writes them, which may be no JSON
     */
    record Call(String tool, String arguments) {}

    /** The model speaks. */
    record Says(String words) implements ChatAnswer {}

    /** Whatever else a server may send. */
    record Raw(int status, Map<String, String> headers, String body) implements ChatAnswer {}

    /**
     * Nothing more comes, and the connection stays open until the server is closed.
     *
     * @param begins whether the answer begins
     */
    record Hangs(boolean begins) implements ChatAnswer {}

    /** The connection breaks in the middle of the answer. */
    record Breaks() implements ChatAnswer {}

    /** The model calls one tool. */
    static ChatAnswer call(String tool, String arguments) {
        return new Calls(List.of(new Call(tool, arguments)));
    }

    /** An error as such endpoints tell it. */
    static ChatAnswer error(int status) {
        return new Raw(status, Map.of(), "{\"error\":{\"message\":\"error " + status + "\",\"type\":\"error\"}}");
    }

    /** 429, to be tried again after some seconds. */
    static ChatAnswer slowDown(int seconds) {
        return new Raw(
                429, Map.of("Retry-After", Integer.toString(seconds)), "{\"error\":{\"message\":\"slow down\"}}");
    }

    /** An answer of so many characters. */
    static ChatAnswer huge(int characters) {
        return new Says("x".repeat(characters));
    }

    /** A page, as something in between would send it. */
    static ChatAnswer page() {
        return new Raw(200, Map.of("Content-Type", "text/html"), "<html><h1>Bem-vindo ao Wi-Fi</h1></html>");
    }
}
