package org.hearten.facilities;

import java.util.List;

/** What may change about a facility. Its slug stands in addresses people have kept, and its zone in dates: they stay. */
public record Particulars(
        String nameEnglish,
        String nameHindi,
        String aboutEnglish,
        String aboutHindi,
        String phone,
        String address,
        int brandHue,
        List<String> serviceAreas) {}
