package org.milesbot.store.capture;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.source.Validators;

/**
 * An answer that is to be kept.
 *
 * @param plugin whose source it came from
 * @param source the source
 * @param page where it came from and when
 * @param body its bytes
 * @param validators for the next conditional request
 * @param parserVersion the version of the parser that read it
 * @param items how many items and links it holds; null if it could not be read
 */
public record NewCapture(
        String plugin,
        SourceId source,
        Page page,
        Body body,
        Validators validators,
        int parserVersion,
        @Nullable Integer items) {

    private static final int LONGEST_ADDRESS = 2_000;

    /**
     * @throws MilesbotException of kind DATA if the address asked for is longer than can be kept
     */
    public NewCapture {
        String address = page.requested().toString();
        if (address.length() > LONGEST_ADDRESS) {
            throw new MilesbotException(
                    ErrorKind.DATA,
                    Text.of(
                            NewCapture.class,
                            "address-too-long",
                            source.value(),
                            address.substring(0, 100),
                            String.valueOf(LONGEST_ADDRESS)));
        }
    }
}
