/** Tests of the weekly plug-in. */
@NullMarked
package org.milesbot.plugin.weekly;

import org.jspecify.annotations.NullMarked;
