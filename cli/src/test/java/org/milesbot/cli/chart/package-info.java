/** Tests of pictures. */
@NullMarked
package org.milesbot.cli.chart;

import org.jspecify.annotations.NullMarked;
