/** A language model behind a chat endpoint says which function somebody's words ask for; it can do nothing else. */
@NullMarked
package org.milesbot.notify.assistant;

import org.jspecify.annotations.NullMarked;
