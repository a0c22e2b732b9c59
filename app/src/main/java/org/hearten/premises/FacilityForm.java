package org.hearten.premises;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearten.facilities.Facility;
import org.hearten.facilities.Jurisdiction;
import org.hearten.facilities.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about a facility; every field comes back as typed when something is missing.
 *
 * @param districts separated by commas
 */
public record FacilityForm(
        String slug,
        String nameEnglish,
        String nameHindi,
        String aboutEnglish,
        String aboutHindi,
        String phone,
        String address,
        String districts,
        String zone,
        String jurisdiction,
        String hue) {
    private static final int LONGEST_NAME_CHARACTERS = 120;
    private static final int LONGEST_TEXT_CHARACTERS = 1_000;
    private static final int MOST_DISTRICTS = 60;

    static final FacilityForm NEW = new FacilityForm("", "", "", "", "", "", "", "", "Asia/Kolkata", "IN", "190");

    /** Spring hands over null for a field that was not sent. */
    public FacilityForm {
        slug = typed(slug);
        nameEnglish = typed(nameEnglish);
        nameHindi = typed(nameHindi);
        aboutEnglish = typed(aboutEnglish);
        aboutHindi = typed(aboutHindi);
        phone = typed(phone);
        address = typed(address);
        districts = typed(districts);
        zone = typed(zone);
        jurisdiction = typed(jurisdiction);
        hue = typed(hue);
    }

    static FacilityForm of(Facility facility) {
        return new FacilityForm(
                facility.slug(),
                facility.nameEnglish(),
                facility.nameHindi(),
                facility.aboutEnglish(),
                facility.aboutHindi(),
                facility.phone(),
                facility.address(),
                String.join(", ", facility.serviceAreas()),
                facility.zone().getId(),
                facility.jurisdiction().name(),
                Integer.toString(facility.brandHue()));
    }

    Map<String, String> problemsOfANewOne() {
        var problems = problems();
        need(problems, "slug", slug.matches("[a-z0-9][a-z0-9-]{1,60}"));
        need(problems, "zone", isZone(zone));
        need(problems, "jurisdiction", isJurisdiction(jurisdiction));
        return problems;
    }

    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        need(problems, "nameEnglish", !nameEnglish.isEmpty() && nameEnglish.length() <= LONGEST_NAME_CHARACTERS);
        need(problems, "nameHindi", nameHindi.length() <= LONGEST_NAME_CHARACTERS);
        need(problems, "aboutEnglish", aboutEnglish.length() <= LONGEST_TEXT_CHARACTERS);
        need(problems, "aboutHindi", aboutHindi.length() <= LONGEST_TEXT_CHARACTERS);
        need(problems, "phone", phone.matches("[+0-9 ()/-]{0,40}"));
        need(problems, "address", address.length() <= LONGEST_TEXT_CHARACTERS);
        need(
                problems,
                "districts",
                areas().size() <= MOST_DISTRICTS
                        && areas().stream().allMatch(each -> each.length() <= LONGEST_NAME_CHARACTERS));
        need(problems, "hue", hue.matches("\\d{1,3}") && Integer.parseInt(hue) < 360);
        return problems;
    }

    Particulars particulars() {
        return new Particulars(
                nameEnglish, nameHindi, aboutEnglish, aboutHindi, phone, address, Integer.parseInt(hue), areas());
    }

    private List<String> areas() {
        return Arrays.stream(districts.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static void need(Map<String, String> problems, String field, boolean fine) {
        if (!fine) {
            problems.put(field, "premises.problem." + field);
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isJurisdiction(String name) {
        return Arrays.stream(Jurisdiction.values()).anyMatch(each -> each.name().equals(name));
    }

    /** Without the characters that no keyboard writes. */
    private static String typed(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }
}
