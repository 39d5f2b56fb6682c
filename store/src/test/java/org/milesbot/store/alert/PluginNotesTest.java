package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;

class PluginNotesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Message MESSAGE = new Message("<b>30 000</b> miles expire", List.of(), false, null);

    private final Household house = new Household();
    private final PluginNotes notes = new PluginNotes(house.database());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void tellsEachKeyOnce() {
        house.person(7, "");
        house.person(8, "");
        List<Note> given = List.of(
                Note.of(7, "smiles:30", MESSAGE), Note.of(8, "smiles:30", MESSAGE), Note.of(7, "smiles:30", MESSAGE));

        assertThat(notes.put("wallet", given, NOW)).isEqualTo(2);
        assertThat(notes.put("wallet", given, NOW.plusSeconds(60))).isZero();
        assertThat(notes.put("wallet", List.of(Note.of(7, "smiles:7", MESSAGE)), NOW))
                .isOne();
        assertThat(notes.put("weekly", List.of(Note.of(7, "smiles:30", MESSAGE)), NOW))
                .isOne();
    }

    @Test
    void tellsNobodyWhoIsNotThereOrWantsNothing() {
        house.person(7, "");
        house.run("update app_user set disabled_at = now(), disabled_why = 'blocked' where telegram_id = 7");

        assertThat(notes.put("wallet", List.of(Note.of(7, "a", MESSAGE), Note.of(9, "a", MESSAGE)), NOW))
                .isZero();
        assertThat(house.rows("select count(*) from plugin_note")).containsExactly("0");
    }

    @Test
    void waitsForTheEndOfQuietHoursUnlessUrgentMayPass() {
        house.person(7, "quiet_from = '11:00', quiet_to = '13:00'");
        house.person(8, "quiet_from = '11:00', quiet_to = '13:00', urgent_passes = true");
        Message silent = new Message("Oi", List.of(), true, null);
        Instant end = NOW.plusSeconds(7_200);

        notes.put(
                "wallet",
                List.of(
                        new Note(7, "u", silent, true, end),
                        new Note(8, "u", MESSAGE, true, null),
                        new Note(8, "v", MESSAGE, false, null)),
                NOW);

        assertThat(house.rows("""
                        select concat_ws(' ', telegram_id, due_at at time zone 'UTC', loud, urgent,
                            expires_at at time zone 'UTC')
                        from alert
                        join app_user on app_user.id = user_id
                        order by alert.id"""))
                .containsExactly(
                        "7 2026-11-21 16:00:00 f t 2026-11-21 17:00:00",
                        "8 2026-11-21 15:00:00 t t",
                        "8 2026-11-21 16:00:00 t f");
    }

    @Test
    void keepsTheButtons() {
        house.person(7, "");
        List<List<Button>> buttons = List.of(
                List.of(Button.opening("Smiles", URI.create("https://www.example.org/?a=1&b=2"))),
                List.of(Button.telling("\"Ok\" \u00e9", "wallet:ok"), Button.telling("No", "wallet:no")));
        notes.put("wallet", List.of(Note.of(7, "a", MESSAGE.withButtons(buttons))), NOW);

        long id = Long.parseLong(house.rows("select id from plugin_note").get(0));
        assertThat(notes.messages(List.of(id))).isEqualTo(Map.of(id, MESSAGE.withButtons(buttons)));
    }

    @Test
    void goesWithThePerson() {
        long person = house.person(7, "");
        notes.put("wallet", List.of(Note.of(7, "a", MESSAGE)), NOW);

        house.run("delete from app_user where id = ?", person);

        assertThat(house.rows("select count(*) from plugin_note")).containsExactly("0");
    }
}
