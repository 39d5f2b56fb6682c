package org.milesbot.store.privacy;

/**
 * What is done with one table that people are in.
 *
 * @param name the table
 * @param owner how its rows tell whose they are
 * @param section what it is called for people
 * @param isSetting whether it says how the owner wants things: that alone a group is shown, for the rest may be its members'
 * @param shown what is shown of a row called {@code kept}: columns, as in a select
 * @param joins what else has to be looked up for that
 * @param forgetting how its rows go
 */
record PersonalTable(
        String name,
        Owner owner,
        String section,
        boolean isSetting,
        String shown,
        String joins,
        Forgetting forgetting) {

    /** How rows are forgotten. */
    enum Forgetting {
        /** A foreign key takes them away with the person. */
        WITH_PERSON,
        /** They are deleted. */
        DELETED
    }

    /** A table whose rows are deleted, and shown to people alone. */
    static PersonalTable of(String name, Owner owner, String section) {
        return new PersonalTable(name, owner, section, false, "kept.*", "", Forgetting.DELETED);
    }

    /** The same, saying how the owner wants things. */
    PersonalTable asSetting() {
        return new PersonalTable(name, owner, section, true, shown, joins, forgetting);
    }

    /** The same, where a foreign key does the forgetting. */
    PersonalTable goingWithPerson() {
        return new PersonalTable(name, owner, section, isSetting, shown, joins, Forgetting.WITH_PERSON);
    }

    /** The same, showing more than the row itself. */
    PersonalTable showing(String more, String lookedUp) {
        return new PersonalTable(name, owner, section, isSetting, shown + ", " + more, lookedUp, forgetting);
    }

    /** Each row as JSON, in the order of the first two columns. */
    String select() {
        return """
                select json_strip_nulls(row_to_json(whole))::text
                from (
                    select %s
                    from %s as kept
                    %s
                    where kept.%s
                    order by 1, 2) as whole
                """.formatted(shown, name, joins, owner.shown());
    }

    String delete() {
        return "delete from " + name + " where " + owner.forgotten();
    }
}
