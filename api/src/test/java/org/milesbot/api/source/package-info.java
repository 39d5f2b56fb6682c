/** Tests of what is said of sources. */
@NullMarked
package org.milesbot.api.source;

import org.jspecify.annotations.NullMarked;
