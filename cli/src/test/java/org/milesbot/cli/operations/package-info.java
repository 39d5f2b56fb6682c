/** What surrounds the jar: units, scripts, containers and what is said of them. */
@NullMarked
package org.milesbot.cli.operations;

import org.jspecify.annotations.NullMarked;
