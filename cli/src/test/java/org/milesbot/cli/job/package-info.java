@NullMarked
package org.milesbot.cli.job;

import org.jspecify.annotations.NullMarked;
