package org.milesbot.scrapers.fare;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.Extractor;

/** The providers of fares that milesbot brings along. */
public final class FareProviders {

    private record Carrier(ProgramId program, AnswerForm form) {}

    private static final Map<String, Carrier> CARRIERS = Map.of(
            "fares_american", new Carrier(new ProgramId("aadvantage"), new AmericanForm()),
            "fares_azul", new Carrier(new ProgramId("azul"), new AzulForm()),
            "fares_latam", new Carrier(new ProgramId("latam_pass"), new LatamForm()),
            "fares_smiles", new Carrier(new ProgramId("smiles"), new SmilesForm()));

    private FareProviders() {}

    /**
     * The providers of a built-in plug-in; none for one that has none, and none for the partner's without its key.
     *
     * @throws MilesbotException of kind CONFIGURATION if one of the plug-in's settings is unknown or wrong
     */
    public static List<FareProvider> of(String pluginId, PluginContext context) {
        if (pluginId.equals(PartnerFares.ID)) {
            return partner(PartnerSettings.of(context.settings())).stream().toList();
        }
        return carrier(pluginId, context.extractor()).stream().toList();
    }

    /** What a built-in plug-in has to say of its providers: that the partner's needs a key. */
    public static Optional<Text> notice(String pluginId, PluginContext context) {
        boolean lacksKey = pluginId.equals(PartnerFares.ID)
                && PartnerSettings.of(context.settings()).key() == null;
        return lacksKey ? Optional.of(Text.of(FareProviders.class, "partner.no_key")) : Optional.empty();
    }

    /** Whether a plug-in of this id has settings, which {@link #of} judges. */
    public static boolean hasSettings(String pluginId) {
        return pluginId.equals(PartnerFares.ID);
    }

    /** The HAR file with answers that a built-in plug-in's provider reads, or null for a plug-in without one. */
    public static @Nullable URL recording(String pluginId) {
        return FareProviders.class.getResource("recordings/" + pluginId + ".har");
    }

    private static Optional<FareProvider> partner(PartnerSettings settings) {
        return Optional.ofNullable(settings.key())
                .map(key -> new PartnerFares(settings.base(), key, settings.programmes()));
    }

    private static Optional<FareProvider> carrier(String id, Extractor extractor) {
        return Optional.ofNullable(CARRIERS.get(id))
                .map(carrier -> new SavedSearch(id, carrier.form(), new AnnouncedFares(carrier.program(), extractor)));
    }
}
