/** What is kept of people beside what milesbot itself keeps, and how they see it and have it forgotten. */
@NullMarked
package org.milesbot.api.privacy;

import org.jspecify.annotations.NullMarked;
