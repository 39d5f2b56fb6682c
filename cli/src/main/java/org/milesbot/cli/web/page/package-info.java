/** The pages that people see: what each shows is a record, how it looks is a template of the same name. */
@NullMarked
package org.milesbot.cli.web.page;

import org.jspecify.annotations.NullMarked;
