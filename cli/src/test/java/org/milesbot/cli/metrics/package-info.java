/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.cli.metrics;

import org.jspecify.annotations.NullMarked;
