package org.milesbot.store.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** Runs what a person typed, for where psql is not at hand. */
public final class SqlScript {

    private final Database database;

    /** A script that runs in the schema of a database. */
    public SqlScript(Database database) {
        this.database = database;
    }

    /**
     * Runs statements one after the other, all or none of them.
     *
     * @param rows is handed every row of every result, the headings first; a missing value is empty
     * @throws MilesbotException of kind USAGE, in the server's own words, if one of them is refused
     */
    public void run(String sql, Consumer<List<String>> rows) {
        database.useTransaction(open -> {
            try (Statement statement = open.getConnection().createStatement()) {
                boolean isResult = statement.execute(sql);
                while (isResult || statement.getUpdateCount() >= 0) {
                    if (isResult) {
                        print(statement.getResultSet(), rows);
                    }
                    isResult = statement.getMoreResults();
                }
            } catch (SQLException e) {
                throw new MilesbotException(
                        ErrorKind.USAGE, Text.of(SqlScript.class, "script.refused", String.valueOf(e.getMessage())), e);
            }
        });
    }

    private static void print(ResultSet result, Consumer<List<String>> rows) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<String> headings = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            headings.add(result.getMetaData().getColumnLabel(i));
        }
        rows.accept(headings);
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(Objects.toString(result.getString(i), ""));
            }
            rows.accept(row);
        }
    }
}
