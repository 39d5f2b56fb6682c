@NullMarked
package org.milesbot.store.bot;

import org.jspecify.annotations.NullMarked;
