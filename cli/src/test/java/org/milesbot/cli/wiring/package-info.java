@NullMarked
package org.milesbot.cli.wiring;

import org.jspecify.annotations.NullMarked;
