/** The operators' pages: behind a password, and the only ones that change anything. */
@NullMarked
package org.milesbot.cli.web.admin;

import org.jspecify.annotations.NullMarked;
