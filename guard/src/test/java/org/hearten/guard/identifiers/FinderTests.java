package org.hearten.guard.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hearten.guard.names.Sentences;
import org.hearten.guard.text.Finder;
import org.hearten.guard.text.FoldedText;
import org.junit.jupiter.api.Test;

/** The short cuts of a Finder must not change what its expression finds. */
class FinderTests {
    private static final List<Class<?>> RECOGNISERS = List.of(
            AadhaarNumbers.class,
            AbhaNumbers.class,
            Addresses.class,
            Ages.class,
            BankDetails.class,
            Dates.class,
            DrivingLicences.class,
            EmailAddresses.class,
            Handles.class,
            InsuranceNumbers.class,
            IpAddresses.class,
            PanNumbers.class,
            Passports.class,
            People.class,
            PhoneNumbers.class,
            Places.class,
            PostalCodes.class,
            RecordNumbers.class,
            SocialSecurityNumbers.class,
            VehiclePlates.class,
            VoterIds.class,
            WardsAndBeds.class,
            WebAddresses.class);

    @Test
    void every_short_cut_finds_what_the_expression_finds() throws Exception {
        var texts = texts();
        for (var recogniser : RECOGNISERS) {
            for (var field : recogniser.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) || field.getType() != Finder.class) continue;
                field.setAccessible(true);
                var finder = (Finder) Objects.requireNonNull(field.get(null));
                for (var text : texts) {
                    assertThat(quickly(finder, text))
                            .as(recogniser.getSimpleName() + "." + field.getName() + " on: " + text.text())
                            .isEqualTo(everywhere(finder, text));
                }
            }
        }
    }

    private static List<String> quickly(Finder finder, FoldedText text) {
        var hits = new ArrayList<String>();
        finder.each(text.spots(), 0, text.length(), hit -> hits.add(hit.start() + "-" + hit.end()));
        return hits;
    }

    private static List<String> everywhere(Finder finder, FoldedText text) {
        var hits = new ArrayList<String>();
        var matcher = finder.matcher(text.text());
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (matcher.lookingAt()) {
                hits.add(matcher.start() + "-" + matcher.end());
                at = Math.max(matcher.end(), at + 1);
            } else {
                at++;
            }
        }
        return hits;
    }

    private static List<FoldedText> texts() throws IOException {
        var generated =
                new Sentences(11, Sentences.HELD_OUT).posts(250).stream().map(post -> post.text());
        return Stream.concat(generated, Stream.concat(lines("reply/replies.txt"), lines("rules/benign.txt")))
                .map(FoldedText::of)
                .toList();
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (var in = FinderTests.class.getResourceAsStream("/org/hearten/guard/" + resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().toList().stream();
        }
    }
}
