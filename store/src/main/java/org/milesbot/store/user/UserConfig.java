package org.milesbot.store.user;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/**
 * How somebody wants to be told.
 *
 * @param language in which language
 * @param channel by which way; {@code telegram} or one that a plug-in adds
 * @param bar how good a promo must be
 * @param follows what it must be about
 * @param quiet when messages wait
 * @param digest whether they come gathered
 * @param levels how each kind of message comes
 * @param ai whether a language model may read what they write to the bot and no command understands
 */
public record UserConfig(
        Language language,
        String channel,
        Bar bar,
        Follows follows,
        Quiet quiet,
        DigestChoice digest,
        Levels levels,
        boolean ai) {

    /** The way that comes along. */
    public static final String TELEGRAM = "telegram";

    /** What whoever says nothing gets: the same as the defaults of the table. */
    public static final UserConfig DEFAULT = new UserConfig(
            Language.PT,
            TELEGRAM,
            new Bar(BigDecimal.valueOf(60), null),
            new Follows(Set.of(PromoKind.TRANSFER_BONUS), Set.of(), Set.of(), Set.of()),
            new Quiet(null, Zones.SAO_PAULO, false),
            new DigestChoice(Digest.OFF, LocalTime.of(9, 0)),
            new Levels(Level.LOUD, Level.LOUD, Level.SILENT, Level.OFF, Level.LOUD),
            false);

    /**
     * @throws IllegalArgumentException if the channel is no slug
     */
    public UserConfig {
        Objects.requireNonNull(language, "language is null");
        Slugs.require("channel", channel);
    }

    /**
     * How good a promo must be.
     *
     * @param threshold the least score, from 0 to 100
     * @param minBonus the least percentage that they must get themselves; null for any
     */
    public record Bar(BigDecimal threshold, @Nullable Percent minBonus) {

        private static final BigDecimal MOST = BigDecimal.valueOf(100);

        /**
         * Two that are worth the same are equal, however they were written.
         *
         * @throws IllegalArgumentException if the threshold is below 0 or above 100
         */
        public Bar {
            if (threshold.signum() < 0 || threshold.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("a threshold lies between 0 and 100, not at " + threshold);
            }
            threshold = threshold.stripTrailingZeros();
            threshold = threshold.scale() < 0 ? threshold.setScale(0) : threshold;
        }
    }

    /**
     * What promos must be about.
     *
     * @param kinds of which kinds they must be; empty for all
     * @param programs where the points go; empty for all
     * @param origins where they come from; empty for all
     * @param tiers what the person holds, on which percentages depend
     */
    public record Follows(Set<PromoKind> kinds, Set<ProgramId> programs, Set<OriginId> origins, Set<HeldTier> tiers) {

        /** Copies the sets. */
        public Follows {
            kinds = Set.copyOf(kinds);
            programs = Set.copyOf(programs);
            origins = Set.copyOf(origins);
            tiers = Set.copyOf(tiers);
        }
    }

    /**
     * When messages wait.
     *
     * @param hours the hours, or null for none
     * @param zone whose clocks count, for the digest as well
     * @param urgentPasses whether what is urgent comes all the same, in those hours and instead of in a digest
     */
    public record Quiet(@Nullable QuietHours hours, ZoneId zone, boolean urgentPasses) {}

    /**
     * Whether messages come gathered.
     *
     * @param rhythm how often
     * @param at when on that day, by the clocks of the person's zone
     */
    public record DigestChoice(Digest rhythm, LocalTime at) {}

    /**
     * How each kind of message comes.
     *
     * @param created a new promo
     * @param raised one that gives more than it did
     * @param extended one that ends later than it did
     * @param ending the last day
     * @param combo a bonus and a flight that go together
     */
    public record Levels(Level created, Level raised, Level extended, Level ending, Level combo) {}

    /** The same in another language. */
    public UserConfig withLanguage(Language other) {
        return new UserConfig(other, channel, bar, follows, quiet, digest, levels, ai);
    }

    /** The same by another way. */
    public UserConfig withChannel(String other) {
        return new UserConfig(language, other, bar, follows, quiet, digest, levels, ai);
    }

    /** The same with another bar. */
    public UserConfig withBar(Bar other) {
        return new UserConfig(language, channel, other, follows, quiet, digest, levels, ai);
    }

    /** The same with other interests. */
    public UserConfig withFollows(Follows other) {
        return new UserConfig(language, channel, bar, other, quiet, digest, levels, ai);
    }

    /** The same with other hours. */
    public UserConfig withQuiet(Quiet other) {
        return new UserConfig(language, channel, bar, follows, other, digest, levels, ai);
    }

    /** The same with another digest. */
    public UserConfig withDigest(DigestChoice other) {
        return new UserConfig(language, channel, bar, follows, quiet, other, levels, ai);
    }

    /** The same with other levels. */
    public UserConfig withLevels(Levels other) {
        return new UserConfig(language, channel, bar, follows, quiet, digest, other, ai);
    }

    /** The same, with what they write read by a language model or not. */
    public UserConfig withAi(boolean other) {
        return new UserConfig(language, channel, bar, follows, quiet, digest, levels, other);
    }
}
