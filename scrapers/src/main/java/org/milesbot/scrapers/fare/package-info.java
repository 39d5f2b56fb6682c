/** Award fares: a client of a licensed partner's interface, and readers of what people save of the programmes' searches. */
@NullMarked
package org.milesbot.scrapers.fare;

import org.jspecify.annotations.NullMarked;
