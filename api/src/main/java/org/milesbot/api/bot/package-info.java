/** What the bot is asked, and what it answers. */
@NullMarked
package org.milesbot.api.bot;

import org.jspecify.annotations.NullMarked;
