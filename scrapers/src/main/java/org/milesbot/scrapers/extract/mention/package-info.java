/** What an announcement mentions and where: names, cues, percentages, dates, times, amounts. */
@NullMarked
package org.milesbot.scrapers.extract.mention;

import org.jspecify.annotations.NullMarked;
