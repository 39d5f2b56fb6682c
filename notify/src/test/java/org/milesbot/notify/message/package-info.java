/** Messages held against files that a person has read, and the properties of what they are made with. */
@NullMarked
package org.milesbot.notify.message;

import org.jspecify.annotations.NullMarked;
