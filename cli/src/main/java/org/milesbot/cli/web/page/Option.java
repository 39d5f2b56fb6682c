package org.milesbot.cli.web.page;

/**
 * Something to choose from.
 *
 * @param value as it stands in the address
 * @param label as people read it
 * @param count how many there are of it
 * @param isChosen whether it is chosen
 */
record Option(String value, String label, long count, boolean isChosen) {}
