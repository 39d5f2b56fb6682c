package org.milesbot.scrapers.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.scrapers.declared.DeclaredPlugin;
import org.milesbot.scrapers.declared.DeclaredPluginFactory;
import org.milesbot.scrapers.fare.FareProviders;

/** Makes a built-in plug-in of its declaration, which is read only then, and of who says fares. */
record BuiltinPluginFactory(String id) implements PluginFactory {

    /** Built-in plug-ins have the version of the jar that they come in. */
    @Override
    public String version() {
        String version = BuiltinPluginFactory.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "dev");
    }

    @Override
    public int apiLevel() {
        return 1;
    }

    @Override
    public Plugin create(PluginContext context) {
        if (!FareProviders.hasSettings(id)) {
            DeclaredPluginFactory.refuseSettings(id, context);
        }
        return new BuiltinPlugin(declared(id), FareProviders.of(id, context), FareProviders.notice(id, context));
    }

    /** What the file of a built-in plug-in declares. */
    static DeclaredPlugin declared(String id) {
        String file = id + "/" + DeclaredPlugin.FILE;
        try (InputStream in = BuiltinPluginFactory.class.getResourceAsStream(file)) {
            return DeclaredPlugin.read(file, Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
