/** The word lists of the extractor, and how they are found in a text in one pass. */
@NullMarked
package org.milesbot.scrapers.extract.lexicon;

import org.jspecify.annotations.NullMarked;
