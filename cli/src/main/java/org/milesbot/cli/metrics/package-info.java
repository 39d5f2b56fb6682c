/** What monitoring reads: figures for Prometheus, and whether all is well. */
@NullMarked
package org.milesbot.cli.metrics;

import org.jspecify.annotations.NullMarked;
