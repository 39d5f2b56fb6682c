/** Listens to HTTP, and answers with what routes say: limits, headers, errors and copies kept for a moment are here. */
@NullMarked
package org.milesbot.cli.web;

import org.jspecify.annotations.NullMarked;
