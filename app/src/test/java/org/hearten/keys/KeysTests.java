package org.hearten.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.hearten.start.CannotStart;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTests {
    private static final OrganisationId NARMADA = new OrganisationId(Ids.next());
    private static final OrganisationId LAKESIDE = new OrganisationId(Ids.next());

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_after_a_restart_and_nowhere_else() {
        var sealed = FreshKeys.in(folder).sealText(NARMADA, "post.text", "Cover your water tanks.");

        var restarted = FreshKeys.in(folder);

        assertThat(restarted.openText(NARMADA, "post.text", sealed)).isEqualTo("Cover your water tanks.");
        assertThatThrownBy(() -> restarted.openText(LAKESIDE, "post.text", sealed))
                .isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> restarted.openText(NARMADA, "post.title", sealed))
                .isInstanceOf(CannotOpen.class);
        var other = FreshKeys.in(folder.resolve("other"));
        assertThatThrownBy(() -> other.openText(NARMADA, "post.text", sealed)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void key_files_are_open_to_their_owner_alone() throws Exception {
        FreshKeys.in(folder.resolve("keys"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("keys").resolve("sealing.keyset"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_keys_folder_that_cannot_be_made_is_said_in_one_sentence() throws Exception {
        var taken = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> FreshKeys.in(taken.resolve("keys")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Hearten cannot write to its keys folder " + taken.resolve("keys")
                        + ". Make it writable for the account that runs Hearten, or name another with --keys.");
    }

    @Test
    void a_damaged_key_is_said_in_one_sentence() throws Exception {
        Files.writeString(folder.resolve("sealing.keyset"), "not a key");

        assertThatThrownBy(() -> FreshKeys.in(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The key file sealing.keyset in " + folder + " is damaged.");
    }
}
