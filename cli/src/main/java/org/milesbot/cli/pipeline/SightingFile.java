package org.milesbot.cli.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.pipeline.SightingLines.Line;
import org.milesbot.cli.pipeline.SightingLines.Named;
import org.milesbot.store.dedupe.Identity;

/**
 * The campaigns among the sightings of a file, as {@link SightingLines} reads them.
 *
 * @param campaigns the sightings in the order of the file, with their campaigns
 * @param refusals the lines that could not be read
 */
public record SightingFile(List<Placed> campaigns, List<Text> refusals) {

    /**
     * A sighting and its campaign.
     *
     * @param id the sighting's id, a string or a number, as it is in the file
     * @param campaign the campaign's number, from 1
     */
    public record Placed(Object id, int campaign) {}

    /** Copies the lists. */
    public SightingFile {
        campaigns = List.copyOf(campaigns);
        refusals = List.copyOf(refusals);
    }

    /**
     * Reads a file.
     *
     * @param name what the person calls it
     * @throws MilesbotException of kind CONFIGURATION if it cannot be read
     */
    public static SightingFile open(String name, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return of(in);
        } catch (IOException e) {
            String key = Files.exists(path) ? "file.unreadable" : "file.missing";
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(AnnouncementFile.class, key, Quoted.of(name)), e);
        }
    }

    /** Reads a stream to its end. */
    public static SightingFile of(InputStream in) {
        List<Named> named = new ArrayList<>();
        List<Text> refusals = new ArrayList<>();
        try (SightingLines lines = new SightingLines(in)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                named.addAll(line.sightings());
                if (line.refusal() != null) {
                    refusals.add(line.refusal());
                }
            }
        }
        List<Integer> campaigns =
                Identity.campaigns(named.stream().map(Named::sighting).toList());
        return new SightingFile(
                IntStream.range(0, named.size())
                        .mapToObj(i -> new Placed(id(named.get(i)), campaigns.get(i)))
                        .toList(),
                refusals);
    }

    private static Object id(Named named) {
        return named.id().isNumber() ? named.id().decimalValue() : named.id().asText();
    }
}
