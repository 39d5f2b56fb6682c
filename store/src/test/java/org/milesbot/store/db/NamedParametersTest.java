package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.junit.jupiter.api.Test;

/** Reads statements as Jdbi's own grammar does. */
class NamedParametersTest {

    private static final List<String> PIECES = List.of(
            ":programme",
            ":a1_b",
            ":route.origin",
            "::text",
            "::",
            " ",
            "\n",
            ",",
            "(",
            ")",
            "=",
            "select x",
            "año",
            "1:00",
            "'of a :day, it''s ::one, why?'",
            "\"a :column\"",
            "'--'",
            "/* no :name ? */",
            "-- no :name, 'open\n",
            "-",
            " / ",
            "->>",
            "*",
            "at time zone 'America/Sao_Paulo'");

    private final SqlParser ours = new NamedParameters();
    private final SqlParser theirs = new ColonPrefixSqlParser();

    @Test
    void namesAreFoundWhereTheyStand() {
        ParsedSql parsed =
                parsed(ours, "select :a::date, ':b', \":c\" -- :d\n /* :e */ from t where x = :f.g and y=:a");

        assertThat(parsed.getSql())
                .isEqualTo("select ?::date, ':b', \":c\" -- :d\n /* :e */ from t where x = ? and y=?");
        assertThat(parsed.getParameters().getParameterNames()).containsExactly("a", "f.g", "a");
        assertThat(parsed.getParameters().isPositional()).isFalse();
    }

    @Test
    void questionMarksAreFoundButForTheOperatorOfPostgresql() {
        ParsedSql parsed = parsed(ours, "select '?' from t where x = ? and labels ??| :: and y=?");

        assertThat(parsed.getSql()).isEqualTo("select '?' from t where x = ? and labels ??| :: and y=?");
        assertThat(parsed.getParameters().getParameterCount()).isEqualTo(2);
        assertThat(parsed.getParameters().isPositional()).isTrue();
    }

    @Property
    void readsAsTheGrammarDoes(@ForAll("statements") String sql) {
        assertThat(parsed(ours, sql)).isEqualTo(parsed(theirs, sql));
    }

    @Provide
    Arbitrary<String> statements() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    /** Neither looks at the context, which nothing outside of Jdbi can make. */
    @SuppressWarnings("NullAway")
    private static ParsedSql parsed(SqlParser parser, String sql) {
        return parser.parse(sql, null);
    }
}
