package org.hearten.posts;

import java.util.List;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.media.PictureId;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A draft as one text, to be kept. Its words here are stored, so a field is added and never renamed. */
@Component
class PressedDraft {
    private final JsonMapper json;

    PressedDraft(JsonMapper json) {
        this.json = json;
    }

    private record Pressed(
            UUID facility,
            String title,
            String text,
            Pillar pillar,
            String language,
            List<PressedVersion> versions,
            List<Source> sources,
            List<PressedPicture> pictures) {}

    private record PressedVersion(Network network, @Nullable UUID account, String text, boolean own, String setAside) {}

    private record PressedPicture(UUID picture, String hash, String alt, boolean declared) {}

    String write(Draft draft) {
        return json.writeValueAsString(new Pressed(
                draft.facility().value(),
                draft.title(),
                draft.text(),
                draft.pillar(),
                draft.language(),
                draft.versions().stream().map(PressedDraft::press).toList(),
                draft.sources(),
                draft.pictures().stream()
                        .map(each ->
                                new PressedPicture(each.picture().value(), each.hash(), each.alt(), each.declared()))
                        .toList()));
    }

    Draft read(String written, OrganisationId organisation) {
        var pressed = json.readValue(written, Pressed.class);
        return new Draft(
                new FacilityId(organisation, pressed.facility()),
                pressed.title(),
                pressed.text(),
                pressed.pillar(),
                pressed.language(),
                pressed.versions().stream()
                        .map(each -> new Version(
                                each.network(),
                                each.account() == null ? null : new AccountId(organisation, each.account()),
                                each.text(),
                                each.own(),
                                each.setAside()))
                        .toList(),
                pressed.sources(),
                pressed.pictures().stream()
                        .map(each -> new Attachment(
                                new PictureId(organisation, each.picture()), each.hash(), each.alt(), each.declared()))
                        .toList());
    }

    private static PressedVersion press(Version version) {
        var account = version.account();
        return new PressedVersion(
                version.network(),
                account == null ? null : account.value(),
                version.text(),
                version.own(),
                version.setAside());
    }
}
