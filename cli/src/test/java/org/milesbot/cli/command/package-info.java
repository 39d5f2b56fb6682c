/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.cli.command;

import org.jspecify.annotations.NullMarked;
