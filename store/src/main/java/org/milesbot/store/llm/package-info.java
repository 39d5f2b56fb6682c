/** What the language model costs, and how much it may. */
@NullMarked
package org.milesbot.store.llm;

import org.jspecify.annotations.NullMarked;
