/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.cli.plugin;

import org.jspecify.annotations.NullMarked;
