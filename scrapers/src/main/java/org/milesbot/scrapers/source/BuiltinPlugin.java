package org.milesbot.scrapers.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.Text;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.source.Source;
import org.milesbot.scrapers.declared.DeclaredPlugin;

/** A built-in plug-in: what its file declares, and who says fares. */
record BuiltinPlugin(DeclaredPlugin declared, List<FareProvider> fareProviders, Optional<Text> notice)
        implements Plugin {

    BuiltinPlugin {
        fareProviders = List.copyOf(fareProviders);
    }

    @Override
    public String schedule() {
        return declared.schedule();
    }

    @Override
    public Set<String> categories() {
        return declared.categories();
    }

    @Override
    public List<Source> sources() {
        return declared.sources();
    }
}
