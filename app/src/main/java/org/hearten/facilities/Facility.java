package org.hearten.facilities;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One hospital or clinic.
 *
 * @param slug its place in public addresses, unique in this Hearten: {@code /hub/<slug>}
 * @param brandHue hue of the facility's brand colour, 0 to 359 degrees (OKLCH); lightness stays Hearten's
 * @param phone the number that visitors may call
 * @param serviceAreas districts it serves, in English
 */
public record Facility(
        FacilityId id,
        String slug,
        String nameEnglish,
        String nameHindi,
        String aboutEnglish,
        String aboutHindi,
        String phone,
        String address,
        ZoneId zone,
        Jurisdiction jurisdiction,
        int brandHue,
        List<String> serviceAreas) {

    public String name(String language) {
        return language.equals("hi") && !nameHindi.isBlank() ? nameHindi : nameEnglish;
    }

    public String about(String language) {
        return language.equals("hi") && !aboutHindi.isBlank() ? aboutHindi : aboutEnglish;
    }

    /**
     * Puts what this facility says of itself where {@code {facility}}, {@code {phone}}, {@code {address}} or
     * {@code {areas}} stands; what it does not say stays a name in braces, to be seen and filled.
     */
    public String fill(String text, String language) {
        return Stream.of(
                        Map.entry("{facility}", name(language)),
                        Map.entry("{phone}", phone),
                        Map.entry("{address}", address),
                        Map.entry("{areas}", String.join(", ", serviceAreas)))
                .filter(said -> !said.getValue().isBlank())
                .reduce(text, (filled, said) -> filled.replace(said.getKey(), said.getValue()), (one, other) -> other);
    }
}
