/** What a plug-in does after the host has done its own work of a phase. */
@NullMarked
package org.milesbot.api.job;

import org.jspecify.annotations.NullMarked;
