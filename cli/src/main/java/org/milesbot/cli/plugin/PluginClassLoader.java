package org.milesbot.cli.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one plug-in. Of the host it sees the contract only, so that a plug-in brings its own versions of
 * libraries and can never come to depend on the host's.
 */
final class PluginClassLoader extends URLClassLoader {

    private static final List<String> FROM_THE_HOST = List.of("org.milesbot.api.", "org.jspecify.", "org.slf4j.");

    private final ClassLoader host;

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String name, List<URL> classPath, ClassLoader host) {
        super("plugin-" + name, classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return FROM_THE_HOST.stream().anyMatch(name::startsWith) || name.equals(NoExit.class.getName())
                ? host.loadClass(name)
                : super.loadClass(name, resolve);
    }

    /** A plug-in that ends the process ends the work of all others, and most that do are libraries which mean no harm. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] changed = withoutExits(name);
        return changed == null ? super.findClass(name) : defineClass(name, changed, 0, changed.length);
    }

    private byte @Nullable [] withoutExits(String name) {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : ExitCalls.refused(in.readAllBytes());
        } catch (IOException e) {
            // Whoever loads the class as it is says why it cannot be read.
            return null;
        }
    }
}
