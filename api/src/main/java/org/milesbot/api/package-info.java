/** What every other package of the contract speaks: errors, sentences for people, time zones. */
@NullMarked
package org.milesbot.api;

import org.jspecify.annotations.NullMarked;
