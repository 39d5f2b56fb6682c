package org.milesbot.cli.chaos;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Another machine: a network namespace that reaches this one by one cable. The cable is cut on this side, so that what
 * either says is lost without a word.
 */
final class Elsewhere implements AutoCloseable {

    private static final int NETWORKS = 250;

    private final String name;
    private final String cable;
    private final String hub;

    private Elsewhere(int number) {
        name = "milesbot" + number;
        cable = "mb" + number;
        hub = "10.212." + number + ".1";
    }

    /** One, or nothing where this process may not make one. */
    static Optional<Elsewhere> open() {
        Elsewhere made = new Elsewhere(1 + new Random().nextInt(NETWORKS));
        if (!Shell.succeeds("ip", "netns", "add", made.name)) {
            return Optional.empty();
        }
        try {
            made.connect();
            return Optional.of(made);
        } catch (IllegalStateException e) {
            made.close();
            return Optional.empty();
        }
    }

    private void connect() {
        String network = hub.replace("10.212", "10.213");
        String there = network.substring(0, network.length() - 1) + "2";
        Shell.run("ip", "link", "add", cable, "type", "veth", "peer", "name", "there", "netns", name);
        // Not on the cable, so that it stays when that is cut.
        Shell.run("ip", "addr", "add", hub + "/32", "dev", "lo");
        Shell.run("ip", "addr", "add", network + "/30", "dev", cable);
        Shell.run("ip", "link", "set", cable, "up");
        Shell.run("ip", "-n", name, "addr", "add", there + "/30", "dev", "there");
        Shell.run("ip", "-n", name, "link", "set", "there", "up");
        Shell.run("ip", "-n", name, "link", "set", "lo", "up");
        Shell.run("ip", "-n", name, "route", "add", "default", "via", network);
    }

    /** The address of this machine that both know it by. */
    String hub() {
        return hub;
    }

    /** Starts a program there and becomes it. */
    List<String> program() {
        return List.of("ip", "netns", "exec", name);
    }

    void cut() {
        Shell.run("ip", "link", "set", cable, "down");
    }

    void mend() {
        Shell.run("ip", "link", "set", cable, "up");
    }

    @Override
    public void close() {
        Shell.succeeds("ip", "link", "del", cable);
        Shell.succeeds("ip", "netns", "del", name);
        Shell.succeeds("ip", "addr", "del", hub + "/32", "dev", "lo");
    }
}
