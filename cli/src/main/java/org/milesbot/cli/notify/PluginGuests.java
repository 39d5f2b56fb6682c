package org.milesbot.cli.notify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.Messaging;
import org.milesbot.cli.plugin.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins that have to do with messages, asked in the order of their ids. One that fails is logged the first time, and
 * messages go on without it.
 */
public final class PluginGuests implements Guests {

    private static final Logger log = LoggerFactory.getLogger(PluginGuests.class);

    private final List<MessageDecorator> decorators = new ArrayList<>();
    private final List<AudienceFilter> audience = new ArrayList<>();
    private final Map<String, Channel> channels = new HashMap<>();
    /** By identity: what they are equal to is the plug-in's code. */
    private final Set<Object> failed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Consumer<String> faults;

    /**
     * Asks the plug-ins what they have.
     *
     * @param faults is told of each failure whose it was
     */
    public PluginGuests(List<LoadedPlugin> plugins, Consumer<String> faults) {
        this.faults = faults;
        for (LoadedPlugin plugin : plugins) {
            try {
                add(plugin.messaging());
            } catch (MilesbotException e) {
                log.warn("plug-in {} has no say in messages", plugin.id(), e);
                faults.accept(plugin.id());
            }
        }
    }

    private void add(Messaging messaging) {
        decorators.addAll(messaging.decorators());
        audience.addAll(messaging.audience());
        for (Channel channel : messaging.channels()) {
            if (channel.id().equals(ChannelPost.TELEGRAM) || channels.putIfAbsent(channel.id(), channel) != null) {
                log.warn("two channels are called {}; the first is used", channel.id());
            }
        }
    }

    @Override
    public Optional<String> heldBack(Promo promo, Recipient recipient) {
        for (AudienceFilter filter : audience) {
            Optional<String> why = asked(filter, () -> filter.heldBack(promo, recipient));
            if (why != null && why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    @Override
    public Message decorated(Message message, Promo promo, Recipient recipient) {
        Message decorated = message;
        for (MessageDecorator decorator : decorators) {
            Message before = decorated;
            Message after = asked(decorator, () -> decorator.decorate(before, promo, recipient));
            decorated = after == null ? before : after;
        }
        return decorated;
    }

    @Override
    public Optional<Receipt> send(String channel, Recipient recipient, Message message) {
        Channel chosen = channels.get(channel);
        if (chosen == null) {
            return Optional.empty();
        }
        Receipt receipt = asked(chosen, () -> chosen.send(recipient, message));
        return Optional.of(receipt == null ? new Receipt.Unreachable("channel " + channel + " failed") : receipt);
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    private <T> @Nullable T asked(Object guest, Question<T> question) {
        try {
            return question.ask();
        } catch (Exception e) {
            note(guest, e);
            if (e instanceof PluginException failure) {
                faults.accept(failure.plugin());
            }
            return null;
        }
    }

    private synchronized void note(Object guest, Exception e) {
        if (failed.add(guest)) {
            log.warn("a plug-in has no say in this message, nor perhaps in others", e);
        }
    }
}
