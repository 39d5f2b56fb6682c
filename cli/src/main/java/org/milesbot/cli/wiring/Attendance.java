package org.milesbot.cli.wiring;

import java.time.Clock;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.config.WebSettings;
import org.milesbot.cli.duty.Told;
import org.milesbot.store.db.Database;

/** The bot or the page by itself, for as long as its command goes on, with what the duties of one process have in common. */
public final class Attendance {

    private final Settings settings;
    private final Clock clock;
    private final Told told;

    /**
     * @param told hears of plug-ins that come and go meanwhile
     */
    public Attendance(Settings settings, Clock clock, Told told) {
        this.settings = settings;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Makes the bot, and lets go of it when the work is done.
     *
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if there is no token or Telegram does not take it
     */
    @SuppressWarnings("try") // Plug-ins are looked at meanwhile, and that is all there is to do with it.
    public void bot(Bots.Work work) throws InterruptedException {
        try (Household house = new Household(settings, clock);
                Database database = house.another();
                PluginRenewal renewal = PluginRenewal.of(house.plugins(), told)) {
            new Bots(settings, clock, database, house.plugins()).run(work);
        }
    }

    /**
     * Makes the web server, and lets go of it when the work is done.
     *
     * @param web its settings, in place of those that all have in common
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if it cannot listen where it should
     */
    @SuppressWarnings("try") // Plug-ins are looked at meanwhile, and that is all there is to do with it.
    public void serve(WebSettings web, Website.Work work) throws InterruptedException {
        try (Household house = new Household(settings, clock);
                Database database = house.another();
                PluginRenewal renewal = PluginRenewal.of(house.plugins(), told)) {
            Monitoring monitoring = new Monitoring(settings, clock, house::another);
            new Website(settings, web, clock, database, monitoring, house.plugins()).run(work);
        }
    }
}
