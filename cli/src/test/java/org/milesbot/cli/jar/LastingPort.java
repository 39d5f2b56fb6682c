package org.milesbot.cli.jar;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;

/** A port that stays free for a server which is restarted: below those that the system lends to whoever connects. */
public final class LastingPort {

    private LastingPort() {}

    /** One that nobody listens at. */
    public static int choose() {
        return new Random()
                .ints(20_000, 32_000)
                .limit(100)
                .filter(LastingPort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
