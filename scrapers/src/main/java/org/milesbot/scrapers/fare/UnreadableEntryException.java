package org.milesbot.scrapers.fare;

import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** One entry of an answer is not what it should be; the others may be. */
final class UnreadableEntryException extends MilesbotException {

    private static final long serialVersionUID = 1L;

    UnreadableEntryException(Text why) {
        super(ErrorKind.DATA, why);
    }
}
