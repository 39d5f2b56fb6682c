/** Settings from command-line options, the environment and a {@code .env} file; strict, all mistakes at once. */
@NullMarked
package org.milesbot.cli.config;

import org.jspecify.annotations.NullMarked;
