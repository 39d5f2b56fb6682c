package org.milesbot.store.db;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Puts what is defined in the place of {@code <name>}. Statements that hold none, which is most, are not read for it. */
final class Templates implements TemplateEngine.Parsing {

    private static final TemplateEngine DEFINED = new DefinedAttributeTemplateEngine();

    @Override
    public Optional<Function<StatementContext, String>> parse(String template, ConfigRegistry config) {
        return holdsName(template) ? DEFINED.parse(template, config) : Optional.of(context -> template);
    }

    private static boolean holdsName(String template) {
        int at = template.indexOf('<');
        while (at >= 0) {
            if (at + 1 < template.length() && Character.isLetter(template.charAt(at + 1))) {
                return true;
            }
            at = template.indexOf('<', at + 1);
        }
        return false;
    }
}
