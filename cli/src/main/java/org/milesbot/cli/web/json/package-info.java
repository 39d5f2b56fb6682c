/** What scripts and other programs read: JSON under {@code /api/v1}, and the document that describes it. */
@NullMarked
package org.milesbot.cli.web.json;

import org.jspecify.annotations.NullMarked;
