/** One class a subcommand: options, one call, an exit code. Nothing else knows picocli. */
@NullMarked
package org.milesbot.cli.command;

import org.jspecify.annotations.NullMarked;
