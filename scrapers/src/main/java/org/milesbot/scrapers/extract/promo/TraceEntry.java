package org.milesbot.scrapers.extract.promo;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule said.
 *
 * @param rule the rule
 * @param place the words it said it of, or null if of the whole announcement
 * @param cue the words that made it say so, or null if it goes by no single words
 * @param said what it said
 * @param promo the number of the promo, from 1, of which a field was read here; 0 if none was
 */
public record TraceEntry(
        Rule rule, @Nullable TracePlace place, @Nullable TracePlace cue, Said said, int promo) {}
