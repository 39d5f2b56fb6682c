/** What people read: letters about promos, and about how milesbot does, in two languages. */
@NullMarked
package org.milesbot.notify.message;

import org.jspecify.annotations.NullMarked;
