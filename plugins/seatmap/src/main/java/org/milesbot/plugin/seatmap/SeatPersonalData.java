package org.milesbot.plugin.seatmap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.milesbot.api.privacy.PersonalData;

/** Shows somebody what they wait for and what they are told of, and forgets it. A person has 200 watches at most. */
record SeatPersonalData(SeatTables tables) implements PersonalData {

    private static final int MOST_OPENINGS = 2_000;

    @Override
    public Optional<String> export(long chatId) throws SQLException {
        return tables.storage().inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select json_build_object('watches', coalesce(watches, '[]'), 'openings', coalesce(openings, '[]'),
                        'is_cut', coalesce(json_array_length(openings), 0) = ?)::text
                    from (
                        select json_agg(json_build_object('origin', origin, 'destination', dest, 'from', first_day,
                            'to', last_day, 'cabin', cabin, 'seats', seats, 'created_at', created_at) order by id) as watches
                        from watch
                        where chat_id = ?) as waited
                    cross join (
                        select json_agg(own) as openings
                        from (
                            select found_at, program, origin, dest as destination, day, cabin
                            from opening
                            where chat_id = ?
                            order by id desc
                            limit ?) as own) as told
                    where watches is not null
                       or openings is not null
                    """)) {
                select.setInt(1, MOST_OPENINGS);
                select.setLong(2, chatId);
                select.setLong(3, chatId);
                select.setInt(4, MOST_OPENINGS);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** What they are told of goes with the watch that it is for. */
    @Override
    public boolean erase(long chatId) throws SQLException {
        return tables.storage().inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from watch where chat_id = ?")) {
                delete.setLong(1, chatId);
                return delete.executeUpdate() > 0;
            }
        });
    }
}
