package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.media.PictureId;
import org.hearten.tenancy.OrganisationId;
import org.junit.jupiter.api.Test;

class ContentHashTests {
    private static final OrganisationId NARMADA = new OrganisationId(new UUID(1, 1));
    private static final FacilityId BHOPAL = new FacilityId(NARMADA, new UUID(1, 2));
    private static final int DRAFTS = 300;
    private static final List<String> SIGNS = List.of(
            "a", "b", "Z", "0", " ", "\n", "\t", "\"", "|", "\u0000", "न", "ि", "👩‍⚕️", "\u200d", "é", "e\u0301");

    @Test
    void one_changed_character_anywhere_changes_it() {
        for (var seed = 0; seed < DRAFTS; seed++) {
            var chance = new Random(seed);
            var draft = draft(chance);
            var letter = one(chance, SIGNS);
            var hash = ContentHash.of(draft);

            assertThat(changedByOneLetter(draft, letter))
                    .as("seed %d", seed)
                    .allSatisfy(changed -> assertThat(ContentHash.of(changed)).isNotEqualTo(hash));
        }
    }

    @Test
    void the_same_words_always_hash_alike() {
        for (var seed = 0; seed < DRAFTS; seed++) {
            var draft = draft(new Random(seed));
            var again = new Draft(
                    draft.facility(),
                    draft.title(),
                    draft.text(),
                    draft.pillar(),
                    draft.language(),
                    new ArrayList<>(draft.versions()),
                    new ArrayList<>(draft.sources()),
                    new ArrayList<>(draft.pictures()));

            assertThat(ContentHash.of(again))
                    .as("seed %d", seed)
                    .isEqualTo(ContentHash.of(draft))
                    .matches("[0-9a-f]{64}");
        }
    }

    @Test
    void moving_letters_from_one_field_to_the_next_changes_it() {
        for (var seed = 0; seed < DRAFTS; seed++) {
            var chance = new Random(seed);
            var draft = draft(chance);
            var letter = one(chance, SIGNS);

            var inTitle = draft.withTitle(draft.title() + letter);
            var inText = draft.withText(letter + draft.text());

            assertThat(ContentHash.of(inTitle)).as("seed %d", seed).isNotEqualTo(ContentHash.of(inText));
        }
    }

    private static List<Draft> changedByOneLetter(Draft draft, String letter) {
        var changed = new ArrayList<Draft>();
        changed.add(draft.withTitle(draft.title() + letter));
        changed.add(draft.withText(draft.text() + letter));
        changed.add(draft.withPillar(draft.pillar() == Pillar.EDUCATION ? Pillar.SERVICES : Pillar.EDUCATION));
        changed.add(
                draft.withVersions(draft.versions().subList(1, draft.versions().size())));
        var own = draft.versions().getLast();
        changed.add(draft.withVersions(List.of(
                draft.versions().getFirst(), new Version(own.network(), own.account(), own.text() + letter, true))));
        for (int at = 0; at < draft.sources().size(); at++) {
            var source = draft.sources().get(at);
            changed.add(draft.withSources(with(
                    draft.sources(), at, new Source(source.title() + letter, source.publisher(), source.address()))));
            changed.add(draft.withSources(with(
                    draft.sources(), at, new Source(source.title(), source.publisher() + letter, source.address()))));
            changed.add(draft.withSources(with(
                    draft.sources(), at, new Source(source.title(), source.publisher(), source.address() + letter))));
        }
        for (int at = 0; at < draft.pictures().size(); at++) {
            var picture = draft.pictures().get(at);
            changed.add(draft.withPictures(with(
                    draft.pictures(),
                    at,
                    new Attachment(picture.picture(), picture.hash(), picture.alt() + letter, picture.declared()))));
            changed.add(draft.withPictures(with(
                    draft.pictures(),
                    at,
                    new Attachment(picture.picture(), picture.hash(), picture.alt(), !picture.declared()))));
            changed.add(draft.withPictures(with(
                    draft.pictures(),
                    at,
                    new Attachment(
                            picture.picture(), "0" + picture.hash().substring(1), picture.alt(), picture.declared()))));
        }
        return changed;
    }

    private static <T> List<T> with(List<T> list, int at, T other) {
        var copy = new ArrayList<>(list);
        copy.set(at, other);
        return copy;
    }

    private static <T> T one(Random chance, List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static String words(Random chance) {
        return chance.ints(chance.nextInt(40), 0, SIGNS.size())
                .mapToObj(SIGNS::get)
                .collect(Collectors.joining());
    }

    private static Draft draft(Random chance) {
        var sources = Stream.generate(() -> new Source("s" + words(chance), words(chance), words(chance)))
                .limit(chance.nextInt(4))
                .toList();
        var pictures = Stream.generate(() -> new Attachment(
                        new PictureId(NARMADA, new UUID(2, 2)), "f".repeat(64), words(chance), chance.nextBoolean()))
                .limit(chance.nextInt(3))
                .toList();
        return new Draft(
                BHOPAL,
                words(chance),
                words(chance),
                one(chance, List.of(Pillar.values())),
                one(chance, List.of("en", "hi")),
                List.of(Version.same(Network.HUB), Version.own(Network.BLUESKY, words(chance))),
                sources,
                pictures);
    }
}
