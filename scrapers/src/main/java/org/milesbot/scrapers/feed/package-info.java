/** Readers of the feeds of blogs: RSS, Atom, and the JSON of WordPress. */
@NullMarked
package org.milesbot.scrapers.feed;

import org.jspecify.annotations.NullMarked;
