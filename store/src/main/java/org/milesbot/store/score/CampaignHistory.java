package org.milesbot.store.score;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.milesbot.api.promo.ProgramId;

/**
 * The campaigns that others are compared with. A campaign is compared with those that were announced before it and with no
 * other, so that what comes later never changes where it stands; those announced at the very same instant, as by one
 * article about several, do not know of each other.
 */
public final class CampaignHistory {

    private final Map<ProgramId, ProgrammeHistory> programmes;

    private CampaignHistory(Map<ProgramId, ProgrammeHistory> programmes) {
        this.programmes = programmes;
    }

    /** A history of these campaigns, in any order. */
    public static CampaignHistory of(Collection<Campaign> campaigns) {
        Map<ProgramId, List<Campaign>> byProgramme =
                campaigns.stream().collect(Collectors.groupingBy(Campaign::program));
        return new CampaignHistory(byProgramme.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new ProgrammeHistory(entry.getValue()))));
    }

    /** Where a campaign stands; whether it is in the history itself makes no difference. */
    public Standing standing(Campaign campaign) {
        ProgrammeHistory programme = programmes.get(campaign.program());
        return programme == null ? new ProgrammeHistory(List.of()).standing(campaign) : programme.standing(campaign);
    }
}
