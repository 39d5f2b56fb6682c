/** The plug-ins that come along: declared in files as anybody's are, with recordings of all that they read. */
@NullMarked
package org.milesbot.scrapers.source;

import org.jspecify.annotations.NullMarked;
