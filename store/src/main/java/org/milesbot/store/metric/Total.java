package org.milesbot.store.metric;

import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * One figure that is kept since the beginning.
 *
 * @param name what was counted, such as {@code runs}
 * @param labels of what, in the order that its name has them
 * @param value how much, or the latest of some instants in seconds since 1970
 */
public record Total(String name, List<String> labels, double value) {

    static final RowMapper<Total> ROW = (row, context) -> new Total(
            row.getString("name"), List.of((String[]) row.getArray("labels").getArray()), row.getDouble("value"));

    /** Copies the labels. */
    public Total {
        labels = List.copyOf(labels);
    }
}
