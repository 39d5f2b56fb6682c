package org.milesbot.cli.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

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
        return FROM_THE_HOST.stream().anyMatch(name::startsWith)
                ? host.loadClass(name)
                : super.loadClass(name, resolve);
    }
}
