package org.milesbot.notify.assistant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.notify.assistant.Suggestion.Outage;

/** No answer was had; carries why through the library that asked for it. */
final class CallFailed extends MilesbotException {

    private static final long serialVersionUID = 1L;

    private final Outage outage;
    private final @Nullable Duration pause;

    /**
     * @param why for the log; no words of the endpoint, which may quote the key
     * @param pause after which another try may help, or null if none will
     */
    CallFailed(Outage outage, String why, @Nullable Duration pause, @Nullable Throwable cause) {
        super(ErrorKind.EXTERNAL, Text.plain(why), cause);
        this.outage = outage;
        this.pause = pause;
    }

    Outage outage() {
        return outage;
    }

    @Nullable
    Duration pause() {
        return pause;
    }
}
