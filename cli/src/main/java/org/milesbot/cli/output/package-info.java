/** What goes to stdout and stderr: tables, JSON, CSV, progress. */
@NullMarked
package org.milesbot.cli.output;

import org.jspecify.annotations.NullMarked;
