package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.config.Quoted;

/**
 * What a plug-in has to do with messages, each behind a border of its own: one that does not come back in time is not asked
 * again.
 *
 * @param channels its ways to people
 * @param decorators what changes messages
 * @param audience what keeps promos from people
 */
public record Messaging(List<Channel> channels, List<MessageDecorator> decorators, List<AudienceFilter> audience) {

    static final int MOST = 50;

    /** What a channel still takes in a few messages. */
    private static final int LONGEST = 16_384;

    private static final int LONGEST_REASON = 1_000;

    /** Copies the lists. */
    public Messaging {
        channels = List.copyOf(channels);
        decorators = List.copyOf(decorators);
        audience = List.copyOf(audience);
    }

    static Messaging of(Plugin plugin, String id, GuardedCall border, TimeLimits limits) {
        List<Channel> channels = new ArrayList<>();
        for (Channel channel : border.list("channels()", limits.call(), MOST, plugin::channels)) {
            channels.add(guarded(channel, id, border, limits));
        }
        List<MessageDecorator> decorators = new ArrayList<>();
        for (MessageDecorator decorator : border.list("decorators()", limits.call(), MOST, plugin::decorators)) {
            decorators.add(guarded(decorator, id, border, limits));
        }
        List<AudienceFilter> audience = new ArrayList<>();
        for (AudienceFilter filter : border.list("audience()", limits.call(), MOST, plugin::audience)) {
            audience.add(guarded(filter, id, border, limits));
        }
        return new Messaging(channels, decorators, audience);
    }

    static Channel guarded(Channel channel, String id, GuardedCall border, TimeLimits limits) {
        return GuardedChannel.of(channel, part("the.channel", id, border), limits.call());
    }

    static MessageDecorator guarded(MessageDecorator decorator, String id, GuardedCall border, TimeLimits limits) {
        return new GuardedDecorator(decorator, part("the.decorator", id, border), limits.message());
    }

    static AudienceFilter guarded(AudienceFilter filter, String id, GuardedCall border, TimeLimits limits) {
        return new GuardedFilter(filter, part("the.filter", id, border), limits.message());
    }

    private static GuardedCall part(String key, String id, GuardedCall border) {
        return border.forPart(Text.of(Messaging.class, key, id));
    }

    private record GuardedChannel(Channel channel, String id, GuardedCall border, Duration limit) implements Channel {

        static GuardedChannel of(Channel channel, GuardedCall border, Duration limit) {
            String id = border.call("Channel.id()", limit, channel::id);
            if (!Slugs.isSlug(id)) {
                throw border.refused(ErrorKind.INTERNAL, "channel.form", Quoted.of(id));
            }
            return new GuardedChannel(channel, id, border, limit);
        }

        @Override
        public Receipt send(Recipient recipient, Message message) {
            return border.call("send()", limit, () -> channel.send(recipient, message));
        }
    }

    private record GuardedDecorator(MessageDecorator decorator, GuardedCall border, Duration limit)
            implements MessageDecorator {

        @Override
        public Message decorate(Message message, Promo promo, Recipient recipient) {
            Message decorated = border.call("decorate()", limit, () -> decorator.decorate(message, promo, recipient));
            if (decorated.html().length() > LONGEST) {
                throw border.refused(ErrorKind.INTERNAL, "decorated.long", String.valueOf(LONGEST));
            }
            return decorated;
        }
    }

    private record GuardedFilter(AudienceFilter filter, GuardedCall border, Duration limit) implements AudienceFilter {

        @Override
        public Optional<String> heldBack(Promo promo, Recipient recipient) {
            Optional<String> why = border.call("heldBack()", limit, () -> filter.heldBack(promo, recipient));
            why.ifPresent(reason -> border.requireShort("heldBack()", reason.length(), LONGEST_REASON));
            return why;
        }
    }
}
