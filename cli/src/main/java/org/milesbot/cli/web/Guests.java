package org.milesbot.cli.web;

import java.util.List;
import java.util.function.Consumer;

/** The endpoints of plug-ins, which may be others from one request to the next. For use by several threads. */
@FunctionalInterface
public interface Guests {

    /** Below this stand all of them, and none of the host's own. */
    String PATH = "/p/";

    /** None at all. */
    Guests NONE = work -> work.accept(new EndpointTable(List.of()));

    /** Has something done with those of this moment, which stay what they are until it is done. */
    void with(Consumer<EndpointTable> work);
}
