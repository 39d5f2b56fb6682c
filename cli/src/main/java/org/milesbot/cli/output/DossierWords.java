package org.milesbot.cli.output;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.dedupe.Dossier.Grounds;
import org.milesbot.store.dedupe.Dossier.Witnessed;
import org.milesbot.store.dedupe.Part;
import org.milesbot.store.promo.PromoState;

/** Where a campaign is in its life, and what each sighting has to do with it, in people's words. */
public final class DossierWords {

    private final Dossier dossier;
    private final Locale locale;
    private final PromoLine line;
    private final GroundsWords grounds;
    /** The sightings' places in the list, from 1, by their numbers. */
    private final Map<Long, Integer> places = new HashMap<>();

    /**
     * Words for one campaign.
     *
     * @param names what people call the programmes and banks
     */
    public DossierWords(Dossier dossier, ProgramNames names, Locale locale) {
        this.dossier = dossier;
        this.locale = locale;
        line = new PromoLine(names, locale);
        grounds = new GroundsWords(locale);
        dossier.sightings().forEach(witnessed -> places.put(witnessed.number(), places.size() + 1));
    }

    /**
     * Why a sighting is of the campaign.
     *
     * @param likeness which one it is like, and in what
     * @param difference in what it is not; may be empty
     * @param margin how much more alike they are than they need to be; empty where nothing was compared
     */
    public record Because(String likeness, String difference, String margin) {}

    /** Where the campaign is in its life. */
    public String state() {
        PromoState state = dossier.state();
        return say("dossier.state." + (state == null ? "unsettled" : state.slug()));
    }

    /** How near a source is to the programme. */
    public String provenance(Provenance provenance) {
        return say("provenance." + provenance.name().toLowerCase(Locale.ROOT));
    }

    /** The time in America/Sao_Paulo. */
    public String time(Instant instant) {
        return PromoLine.TIME.format(instant.atZone(Zones.SAO_PAULO));
    }

    /** What a sighting says is offered. */
    public String offer(Sighting sighting) {
        return String.join(PromoLine.BETWEEN, line.parts(sighting.promo()));
    }

    /** What to beware of in a sighting; empty if nothing. */
    public String warning(Sighting sighting) {
        return sighting.isDateSuspect() ? say("dossier.suspect") : "";
    }

    /** The place of a sighting among the others, from 1. */
    public String place(Witnessed witnessed) {
        return place(number(witnessed));
    }

    /** Which parts of the campaign were taken from a sighting; empty if none. */
    public String taken(Witnessed witnessed) {
        boolean hasBonus = !witnessed.sighting().promo().bonus().equals(Bonus.NONE);
        List<String> parts = Stream.of(Part.values())
                .filter(part -> Objects.equals(dossier.told().get(part), witnessed.number()))
                // Whatever its kind, a promo takes its percentages from some sighting, though there be none.
                .filter(part -> part != Part.BONUS || hasBonus)
                .map(part -> say("part." + part.slug()))
                .toList();
        return parts.isEmpty() ? "" : say("dossier.taken", parts.size(), String.join(", ", parts));
    }

    /** Why a sighting is of the campaign. */
    public Because because(Witnessed witnessed) {
        Grounds reason = witnessed.reason();
        if (reason == null) {
            boolean isFirst = number(witnessed) == 1;
            return new Because(isFirst ? say("dossier.began") : say("dossier.repeats", place(1)), "", "");
        }
        Integer like = places.get(reason.likeNumber());
        String likeness = like == null ? say("dossier.like.gone") : say("dossier.like", place(like));
        return new Because(
                likeness + " " + grounds.of(reason.agreed()),
                reason.differed().isEmpty() ? "" : say("dossier.differs", grounds.of(reason.differed())),
                say("dossier.margin", reason.margin()));
    }

    int number(Witnessed witnessed) {
        return places.getOrDefault(witnessed.number(), 0);
    }

    String place(int number) {
        return say("dossier.place", Integer.toString(number));
    }

    private String say(String key, Object... arguments) {
        return Text.of(DossierWords.class, key, arguments).in(locale);
    }
}
