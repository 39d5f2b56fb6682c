/** How pages become announcements: the rules for every item, and the readers of channel pages and campaign pages. */
@NullMarked
package org.milesbot.scrapers.page;

import org.jspecify.annotations.NullMarked;
