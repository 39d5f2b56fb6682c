package org.milesbot.scrapers.extract.lexicon;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.scrapers.extract.text.Resources;

/** Airports, cities and regions by the names that people call them. */
public final class Places {

    private final Map<String, Set<String>> codes = new LinkedHashMap<>();
    private final Map<Set<String>, String> regions = new LinkedHashMap<>();
    private final Map<String, Set<String>> airports = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();

    private Places() {
        Resources.lines("places.txt").forEach(this::addPlace);
        Resources.lines("regions.txt").forEach(this::addRegion);
    }

    /** Those of the word lists; read at the first call. */
    public static Places shipped() {
        return Shipped.PLACES;
    }

    private void addPlace(String line) {
        String[] parts = line.split("\\|", -1);
        String city = parts[1].strip();
        String code = parts[0].strip().equals("-") ? city : parts[0].strip();
        cities.put(city, city);
        cities.put(code, city);
        if (!parts[0].strip().equals("-")) {
            airports.computeIfAbsent(city, each -> new TreeSet<>()).add(code);
        }
        names(parts[3]).forEach(name -> codes.putIfAbsent(name, Set.of(code)));
    }

    private void addRegion(String line) {
        String[] parts = line.split("\\|", -1);
        Set<String> cities =
                names(parts[2]).map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        regions.put(cities, parts[0].strip());
        names(parts[0] + "," + parts[1]).forEach(name -> codes.put(name, cities));
    }

    private static Stream<String> names(String listed) {
        return Stream.of(listed.split(",", -1))
                .map(name -> folded(name).replaceFirst("^[\\^!]", ""))
                .filter(name -> !name.isEmpty());
    }

    private static String folded(String name) {
        return Folding.fold(name).strip().replaceAll("\\s+", " ");
    }

    /** The IATA code of an airport or city, or those of a region's cities; accents and capitals do not matter. */
    public Optional<Set<String>> named(String name) {
        return Optional.ofNullable(codes.get(folded(name)));
    }

    /** The names of all, in small letters without accents. */
    public Collection<String> names() {
        return codes.keySet();
    }

    /** The airports of a city by its code; of an airport, and of a code that is not known, the code itself. */
    public Set<String> airports(String code) {
        return Collections.unmodifiableSet(airports.getOrDefault(code, Set.of(code)));
    }

    /** The city of an airport by its code; of a city, and of a code that is not known, the code itself. */
    public String city(String airport) {
        return cities.getOrDefault(airport, airport);
    }

    /** The city of each airport of the word lists, by their codes. */
    public Map<String, String> cityOfAirports() {
        Map<String, String> all = new HashMap<>();
        airports.forEach((city, codes) -> codes.forEach(airport -> all.put(airport, city)));
        return all;
    }

    /** Whether a code is one of an airport or a city of the word lists. */
    public boolean hasCode(String code) {
        return cities.containsKey(code);
    }

    /** What people call the region of all these cities and no others. */
    public Optional<String> region(Set<String> cities) {
        return Optional.ofNullable(regions.get(cities));
    }

    private static final class Shipped {

        static final Places PLACES = new Places();

        private Shipped() {}
    }
}
