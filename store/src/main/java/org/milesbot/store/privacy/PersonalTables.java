package org.milesbot.store.privacy;

import java.util.List;

/**
 * Every table that people are in. A test reads the database's catalogue and fails where one is missing here, so whoever makes
 * such a table adds a line.
 */
final class PersonalTables {

    /** In the order in which they are shown; they are forgotten in the reverse. */
    static final List<PersonalTable> ALL = List.of(
            PersonalTable.of("app_user", Owner.PERSON, "person").asSetting(),
            settings("user_config", "settings"),
            settings("user_program", "programs"),
            settings("user_route", "routes"),
            settings("user_reminder", "reminders"),
            PersonalTable.of("alert", Owner.USER, "alerts").showing("""
                            promo.program, promo.title, promo.src_url as url, event_match.score
                            """, """
                            left join promo_alias on promo_alias.id = kept.promo_id
                            left join promo on promo.id = coalesce(promo_alias.promo_id, kept.promo_id)
                            left join event_match on event_match.event_id = kept.event_id
                            """),
            PersonalTable.of("fare_notice", Owner.USER, "fares").goingWithPerson(),
            PersonalTable.of("plugin_note", Owner.USER, "notes").goingWithPerson(),
            PersonalTable.of("bot_update", Owner.CHAT, "said"),
            PersonalTable.of("conversation", Owner.CHAT, "asked"),
            PersonalTable.of("bot_proposal", Owner.CHAT, "proposed"),
            PersonalTable.of("llm_usage", Owner.USER, "language_model"));

    private PersonalTables() {}

    private static PersonalTable settings(String name, String section) {
        return PersonalTable.of(name, Owner.USER, section).asSetting().goingWithPerson();
    }
}
