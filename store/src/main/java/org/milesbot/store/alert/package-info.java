/** Who is told of what: events and people make alerts, which wait in the outbox until they are sent. */
@NullMarked
package org.milesbot.store.alert;

import org.jspecify.annotations.NullMarked;
