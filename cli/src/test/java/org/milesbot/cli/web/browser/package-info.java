@NullMarked
package org.milesbot.cli.web.browser;

import org.jspecify.annotations.NullMarked;
