package org.milesbot.cli.web;

import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;

/** Puts pages into the house's frame. */
public interface Framing {

    /** A page with head, navigation and foot. */
    WebReply.Content page(WebReply.Page page, WebRequest request);

    /** A page that says what could not be done. */
    WebReply.Content failure(WebReply.Failure failure, WebRequest request);
}
