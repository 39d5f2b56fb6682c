package org.milesbot.plugin.sample;

import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Promo;

/** Adds a line to messages. It escapes what it adds, since that is HTML. */
final class SampleFootnote implements MessageDecorator {

    private final String footnote;

    SampleFootnote(String footnote) {
        this.footnote = footnote;
    }

    @Override
    public Message decorate(Message message, Promo promo, Recipient recipient) {
        return message.withHtml(message.html() + "\n<i>" + escaped(footnote) + "</i>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
