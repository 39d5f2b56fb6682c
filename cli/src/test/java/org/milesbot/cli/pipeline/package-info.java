/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.cli.pipeline;

import org.jspecify.annotations.NullMarked;
