/** What readers and calendars subscribe to: Atom, JSON Feed and iCalendar. */
@NullMarked
package org.milesbot.cli.web.feed;

import org.jspecify.annotations.NullMarked;
