/** Where a plug-in keeps things of its own: tables in a schema that no other uses. */
@NullMarked
package org.milesbot.api.storage;

import org.jspecify.annotations.NullMarked;
