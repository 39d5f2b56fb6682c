/** Runs the jobs of plug-ins after the host's own work. */
@NullMarked
package org.milesbot.cli.job;

import org.jspecify.annotations.NullMarked;
