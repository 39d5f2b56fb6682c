/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.api;

import org.jspecify.annotations.NullMarked;
