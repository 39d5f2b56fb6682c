/** Tests of the package of the same name. */
@NullMarked
package org.milesbot.cli.config;

import org.jspecify.annotations.NullMarked;
