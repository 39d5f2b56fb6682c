/** Histories of transfer bonuses as files: the one that comes along, and those that people keep in a spreadsheet. */
@NullMarked
package org.milesbot.cli.history;

import org.jspecify.annotations.NullMarked;
