/** Once a week, at the hour that a person likes: the campaigns that they were not told of, and what is forecast. */
@NullMarked
package org.milesbot.plugin.weekly;

import org.jspecify.annotations.NullMarked;
