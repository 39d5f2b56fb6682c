/** Fakes and checks for the tests of plug-in authors; nothing here needs a test framework. */
@NullMarked
package org.milesbot.api.testing;

import org.jspecify.annotations.NullMarked;
