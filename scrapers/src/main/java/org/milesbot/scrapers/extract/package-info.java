/** Promos read out of Portuguese announcements by small grammars and word lists, without the network. */
@NullMarked
package org.milesbot.scrapers.extract;

import org.jspecify.annotations.NullMarked;
