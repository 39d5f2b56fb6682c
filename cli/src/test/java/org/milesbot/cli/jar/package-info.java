/** Tests of the built fat jar and its launcher, as processes of their own. */
@NullMarked
package org.milesbot.cli.jar;

import org.jspecify.annotations.NullMarked;
