/** What monitoring asks a server: how it does, and whether all is well. */
@NullMarked
package org.milesbot.cli.web.monitor;

import org.jspecify.annotations.NullMarked;
