/** The built-in sources: a table of rows that says where to look and in which form, and recordings of every row. */
@NullMarked
package org.milesbot.scrapers.source;

import org.jspecify.annotations.NullMarked;
