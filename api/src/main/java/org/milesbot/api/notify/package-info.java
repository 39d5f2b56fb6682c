/** What is told to people, and the ways it reaches them. */
@NullMarked
package org.milesbot.api.notify;

import org.jspecify.annotations.NullMarked;
