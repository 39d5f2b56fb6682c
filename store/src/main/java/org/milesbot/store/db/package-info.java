/** The way to the database: its address, the connection, migrations, locks and backups. */
@NullMarked
package org.milesbot.store.db;

import org.jspecify.annotations.NullMarked;
