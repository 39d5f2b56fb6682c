package org.milesbot.plugin.wallet;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.storage.Migration;

/** What the host finds. It needs no setting. */
public final class WalletFactory implements PluginFactory {

    @Override
    public String id() {
        return "wallet";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public int apiLevel() {
        return 1;
    }

    @Override
    public List<Migration> migrations() {
        return WalletTables.migrations();
    }

    @Override
    public Plugin create(PluginContext context) {
        if (!context.settings().isEmpty()) {
            String unknown = new TreeSet<>(context.settings().keySet()).first().toUpperCase(Locale.ROOT);
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(WalletFactory.class, "setting.unknown", unknown));
        }
        return new WalletPlugin(context.storage(), context.clock());
    }
}
