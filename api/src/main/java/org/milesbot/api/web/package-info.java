/** What is asked over HTTP, and what is answered. */
@NullMarked
package org.milesbot.api.web;

import org.jspecify.annotations.NullMarked;
