/** What pages, feeds and interfaces read, and how people say what of it they want. */
@NullMarked
package org.milesbot.cli.web.read;

import org.jspecify.annotations.NullMarked;
