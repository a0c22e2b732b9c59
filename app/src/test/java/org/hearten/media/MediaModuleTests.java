package org.hearten.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HeartenTest
@Import(Given.class)
class MediaModuleTests {
    @Autowired
    Given given;

    @Autowired
    Media media;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_picture_is_kept_sealed_and_handed_out_to_its_own_organisation_only() throws IOException {
        var narmada = given.narmada();
        var meera = narmada.with(Role.AUTHOR);

        var kept = (Upload.Kept) given.as(meera, () -> media.keep(narmada.first(), meera, picture()));

        var id = kept.picture().id();
        assertThat(given.as(meera, () -> media.shown(id)))
                .hasValueSatisfying(shown -> assertThat(shown.width()).isEqualTo(300));
        assertThat(given.as(meera, () -> media.bytes(id))).isPresent();
        assertThat(given.as(given.lakeside().with(Role.AUTHOR), () -> media.shown(id)))
                .isEmpty();
        var stored = given.as(
                meera,
                () -> jdbc.sql("select shown from picture where id = :id")
                        .param("id", id.value())
                        .query(byte[].class)
                        .single());
        assertThat(stored[0] == (byte) 0xff && stored[1] == (byte) 0xd8)
                .as("a bare JPEG")
                .isFalse();
    }

    @Test
    void author_and_approver_are_each_remembered_with_their_name() {
        var narmada = given.narmada();
        var meera = narmada.with(Role.AUTHOR);
        var farah = narmada.with(Role.COMPLIANCE_OFFICER);
        var id = ((Upload.Kept) given.as(meera, () -> media.keep(narmada.first(), meera, picture())))
                .picture()
                .id();

        given.run(meera, () -> media.declare(id, meera, Declaration.As.AUTHOR));
        given.run(meera, () -> media.declare(id, meera, Declaration.As.AUTHOR));
        given.run(farah, () -> media.declare(id, farah, Declaration.As.APPROVER));

        assertThat(given.as(farah, () -> media.declarations(id)))
                .extracting(Declaration::by, Declaration::as)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(meera, Declaration.As.AUTHOR),
                        org.assertj.core.groups.Tuple.tuple(farah, Declaration.As.APPROVER));
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
