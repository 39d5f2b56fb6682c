package org.milesbot.store.db;

import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds the {@code :names} and {@code ?} of a statement, outside of what is quoted and of comments; {@code ::} is a cast and
 * {@code ??} PostgreSQL's operator. Jdbi's own does so by a grammar that is read when the first statement comes, and again for
 * each new one takes longer, as long as Java is cold, than the statement does.
 */
final class NamedParameters implements SqlParser {

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql.Builder parsed = ParsedSql.builder();
        int told = 0;
        int at = 0;
        while (at < sql.length()) {
            int end = past(sql, at);
            boolean isName = sql.charAt(at) == ':' && end > at + 1 && sql.charAt(at + 1) != ':';
            boolean isMark = sql.charAt(at) == '?' && end == at + 1;
            if (isName || isMark) {
                parsed.append(sql.substring(told, at));
                told = end;
            }
            if (isName) {
                parsed.appendNamedParameter(sql.substring(at + 1, end));
            } else if (isMark) {
                parsed.appendPositionalParameter();
            }
            at = end;
        }
        return parsed.append(sql.substring(told)).build();
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return ":" + rawName;
    }

    /** Where the piece ends that begins there: a quoted text, a comment, a parameter, a pair of signs, or one sign. */
    private static int past(String sql, int at) {
        char sign = sql.charAt(at);
        char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        return switch (sign) {
            case '\'', '"' -> pastNext(sql, Character.toString(sign), at + 1);
            case '-' -> next == '-' ? pastNext(sql, "\n", at + 2) : at + 1;
            case '/' -> next == '*' ? pastNext(sql, "*/", at + 2) : at + 1;
            case '?' -> next == '?' ? at + 2 : at + 1;
            case ':' -> next == ':' ? at + 2 : pastName(sql, at + 1);
            default -> at + 1;
        };
    }

    private static int pastNext(String sql, String wanted, int from) {
        int found = sql.indexOf(wanted, from);
        return found < 0 ? sql.length() : found + wanted.length();
    }

    private static int pastName(String sql, int from) {
        int end = from;
        while (end < sql.length() && isOfName(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char sign) {
        return sign == '_' || sign == '.' || Character.isLetterOrDigit(sign);
    }
}
