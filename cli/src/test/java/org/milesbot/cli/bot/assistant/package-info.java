/** What a language model may ask for, and that it cannot ask for more. */
@NullMarked
package org.milesbot.cli.bot.assistant;

import org.jspecify.annotations.NullMarked;
