@NullMarked
package org.milesbot.cli.web;

import org.jspecify.annotations.NullMarked;
