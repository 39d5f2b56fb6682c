/** An example plug-in: one source, one scrape of its own, one setting. */
@NullMarked
package org.milesbot.plugin.sample;

import org.jspecify.annotations.NullMarked;
