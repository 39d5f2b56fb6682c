@NullMarked
package org.milesbot.cli.duty;

import org.jspecify.annotations.NullMarked;
