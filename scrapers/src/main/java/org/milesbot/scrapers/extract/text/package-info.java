/** Announcements as clean text with positions: blocks, folded letters, tokens. */
@NullMarked
package org.milesbot.scrapers.extract.text;

import org.jspecify.annotations.NullMarked;
