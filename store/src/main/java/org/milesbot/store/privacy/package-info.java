/** What is kept of people, table by table: how they see it, and how it is forgotten. */
@NullMarked
package org.milesbot.store.privacy;

import org.jspecify.annotations.NullMarked;
