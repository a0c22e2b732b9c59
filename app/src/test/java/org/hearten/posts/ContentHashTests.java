package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.media.PictureId;
import org.hearten.tenancy.OrganisationId;

class ContentHashTests {
    private static final OrganisationId NARMADA = new OrganisationId(new UUID(1, 1));
    private static final FacilityId BHOPAL = new FacilityId(NARMADA, new UUID(1, 2));

    @Property(tries = 300)
    void one_changed_character_anywhere_changes_it(@ForAll("drafts") Draft draft, @ForAll("letters") String letter) {
        var hash = ContentHash.of(draft);

        for (var changed : changedByOneLetter(draft, letter)) {
            assertThat(ContentHash.of(changed)).isNotEqualTo(hash);
        }
    }

    @Property(tries = 300)
    void the_same_words_always_hash_alike(@ForAll("drafts") Draft draft) {
        var again = new Draft(
                draft.facility(),
                draft.title(),
                draft.text(),
                draft.pillar(),
                draft.language(),
                new ArrayList<>(draft.versions()),
                new ArrayList<>(draft.sources()),
                new ArrayList<>(draft.pictures()));

        assertThat(ContentHash.of(again)).isEqualTo(ContentHash.of(draft)).matches("[0-9a-f]{64}");
    }

    @Property(tries = 300)
    void moving_letters_from_one_field_to_the_next_changes_it(
            @ForAll("drafts") Draft draft, @ForAll("letters") String letter) {
        var inTitle = draft.withTitle(draft.title() + letter);
        var inText = draft.withText(letter + draft.text());

        assertThat(ContentHash.of(inTitle)).isNotEqualTo(ContentHash.of(inText));
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

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of("a", " ", "\n", "न", "ि", "👩‍⚕️", "\u200d", "é");
    }

    @Provide
    Arbitrary<Draft> drafts() {
        var text = Arbitraries.strings().ofMaxLength(40);
        var sources = Combinators.combine(text, text, text)
                .as((title, publisher, address) -> new Source("s" + title, publisher, address))
                .list()
                .ofMaxSize(3);
        var pictures = Combinators.combine(text, Arbitraries.of(true, false))
                .as((alt, declared) ->
                        new Attachment(new PictureId(NARMADA, new UUID(2, 2)), "f".repeat(64), alt, declared))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        text,
                        text,
                        Arbitraries.of(Pillar.values()),
                        Arbitraries.of("en", "hi"),
                        text,
                        sources,
                        pictures)
                .as((title, body, pillar, language, own, from, shown) -> new Draft(
                        BHOPAL,
                        title,
                        body,
                        pillar,
                        language,
                        List.of(Version.same(Network.HUB), Version.own(Network.BLUESKY, own)),
                        from,
                        shown));
    }
}
