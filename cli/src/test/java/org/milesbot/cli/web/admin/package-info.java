@NullMarked
package org.milesbot.cli.web.admin;

import org.jspecify.annotations.NullMarked;
