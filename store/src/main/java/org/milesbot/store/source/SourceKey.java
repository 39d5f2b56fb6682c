package org.milesbot.store.source;

/**
 * Which source.
 *
 * @param plugin the plug-in it belongs to
 * @param source its name; the plug-in's own where the plug-in scrapes by itself
 */
public record SourceKey(String plugin, String source) {}
