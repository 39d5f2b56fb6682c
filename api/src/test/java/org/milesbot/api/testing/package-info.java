/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.api.testing;

import org.jspecify.annotations.NullMarked;
