package org.milesbot.cli.config;

import java.time.Duration;

/**
 * How long what is of little use stays.
 *
 * @param leastTime raw answers of which no campaign speaks, and runs of jobs, stay for so long at least
 * @param mostBytes how much raw answers may take in the database
 */
public record KeepingSettings(Duration leastTime, long mostBytes) {}
