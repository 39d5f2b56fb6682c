/** Who is told of promos, and how each of them wants it. */
@NullMarked
package org.milesbot.store.user;

import org.jspecify.annotations.NullMarked;
