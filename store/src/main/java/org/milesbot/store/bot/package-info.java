/** What people say to the bot until it is dealt with, and what the bot asked them. */
@NullMarked
package org.milesbot.store.bot;

import org.jspecify.annotations.NullMarked;
