package org.milesbot.scrapers.extract.text;

/** A piece of text that layout sets apart. */
public record Block(BlockKind kind, Span span) {}
