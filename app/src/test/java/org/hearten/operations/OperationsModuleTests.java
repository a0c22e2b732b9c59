package org.hearten.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.hearten.Given;
import org.hearten.audit.AuditProof;
import org.hearten.channels.Network;
import org.hearten.channels.bluesky.AConnectedAccount;
import org.hearten.hub.AVisitor;
import org.hearten.people.Role;
import org.hearten.policies.Pauses;
import org.hearten.posts.Draft;
import org.hearten.posts.Pillar;
import org.hearten.posts.Posts;
import org.hearten.posts.Version;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@Import({Given.class, AConnectedAccount.class, AVisitor.class})
class OperationsModuleTests extends AuditProof {
    private static final String CANARY = "kanarienvogel-7731";

    @Autowired
    Given given;

    @Autowired
    Posts posts;

    @Autowired
    AConnectedAccount account;

    @Autowired
    AVisitor visitor;

    @Value("${hearten.database.url}")
    String poolAddress;

    @Value("${hearten.migrate.url}")
    String ownerAddress;

    @Value("${hearten.keys}")
    Path keysFolder;

    @Value("${hearten.heads}")
    Path headsFolder;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String passphrase = "";

    @Test
    void what_was_backed_up_is_restored_elsewhere_and_its_record_is_whole() {
        var meera = given.narmada().with(Role.AUTHOR);
        var post = given.as(meera, () -> posts.start(draft(), meera, null));
        var file = folder.resolve("hearten.backup");

        assertThat(run(
                        "backup",
                        file.toString(),
                        "--database-url",
                        poolAddress,
                        "--migrate-url",
                        ownerAddress,
                        "--keys",
                        keysFolder.toString()))
                .as(output())
                .isZero();
        var words = Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){7}").matcher(output());
        assertThat(words.find()).isTrue();
        passphrase = words.group();

        var elsewhere = "restored_" + Ids.next().toString().replace('-', '_');
        asSuperuser("create database " + elsewhere + " owner hearten_owner");
        var pool = poolAddress.replaceFirst("/test_[0-9_]+", "/" + elsewhere);
        var owner = ownerAddress.replaceFirst("/test_[0-9_]+", "/" + elsewhere);
        var keys = folder.resolve("keys").toString();
        assertThat(run("restore", file.toString(), "--database-url", pool, "--migrate-url", owner, "--keys", keys))
                .as(output())
                .isZero();
        assertThat(output())
                .contains("Restored.")
                .contains("The record is whole")
                .doesNotContain("Hearten is ready");

        var command = Command.read("verify", "--database-url", pool, "--migrate-url", owner, "--keys", keys);
        try (var tools = Tools.open(command)) {
            assertThat(tools.getBean(org.hearten.keys.Keys.class)).isNotNull();
            var stands = tools.getBean(Tenancy.class)
                    .as(
                            Caller.system(post.organisation(), "test"),
                            () -> tools.getBean(org.springframework.transaction.support.TransactionTemplate.class)
                                    .execute(ignored -> tools.getBean(
                                                    org.springframework.jdbc.core.simple.JdbcClient.class)
                                            .sql("select count(*) from post where id = :id")
                                            .param("id", post.value())
                                            .query(Integer.class)
                                            .single()));
            assertThat(stands).isEqualTo(1);
            assertThat(pausesIn(tools, post.organisation()))
                    .as("nothing leaves the copy")
                    .isEqualTo(1);
        }

        passphrase = Passphrase.make();
        assertThat(run(
                        "restore",
                        file.toString(),
                        "--database-url",
                        pool,
                        "--migrate-url",
                        owner,
                        "--keys",
                        folder.resolve("k2").toString()))
                .isEqualTo(Cli.COULD_NOT);
    }

    @Test
    void a_dump_of_the_whole_database_holds_no_word_of_a_draft_a_comment_or_a_token() throws Exception {
        var narmada = given.narmada();
        var meera = narmada.with(Role.AUTHOR);
        given.as(meera, () -> posts.start(draft(), meera, null));
        account.with(narmada.first(), narmada.with(Role.ADMINISTRATOR), CANARY);
        visitor.writes(narmada.first(), "Asha " + CANARY, "My report says " + CANARY);
        await().until(() -> inboxHolds(narmada) > 0); // the inbox keeps it as well

        var dump = new ByteArrayOutputStream();
        try (var connection = DriverManager.getConnection(
                poolAddress.replaceFirst("\\?.*", ""),
                "postgres",
                Files.readString(keysFolder.resolve("database-postgres.password"))
                        .strip())) {
            for (var table : Tables.all(connection)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + Tables.quoted(table.name()) + " to stdout", dump);
            }
        }

        assertThat(dump.size()).isGreaterThan(1_000);
        var text = dump.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(CANARY);
        // bytea is dumped in hex
        assertThat(text).doesNotContain(HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8)));
        assertThat(text).as("the dump would show it").contains("Words for all.");
    }

    @Test
    void verify_names_what_was_tampered_with_and_its_exit_code_tells() {
        var organisation = new OrganisationId(Ids.next());
        for (var number = 0; number < 6; number++) {
            record(organisation, "post.saved");
        }
        sealAndExport(organisation, 6);
        var entries = chained(organisation);

        assertThat(verified(organisation)).startsWith("0 The record is whole: 6 entries");

        asSuperuser("update audit_entry set action = 'post.cancelled' where id = '" + entries.get(2) + "'");
        assertThat(verified(organisation)).startsWith("1 Entry " + entries.get(2) + ", number 3, was altered");
        asSuperuser("update audit_entry set action = 'post.saved' where id = '" + entries.get(2) + "'");

        asSuperuser("update audit_link set entry_id = '00000000-0000-0000-0000-000000000000' where entry_id = '"
                + entries.get(3) + "'; update audit_link set entry_id = '" + entries.get(3) + "' where entry_id = '"
                + entries.get(4) + "'; update audit_link set entry_id = '" + entries.get(4)
                + "' where entry_id = '00000000-0000-0000-0000-000000000000'");
        assertThat(verified(organisation))
                .startsWith("1 Entries were reordered: at number 4")
                .contains(entries.get(4).toString(), entries.get(3).toString());
        asSuperuser("update audit_link set entry_id = '00000000-0000-0000-0000-000000000000' where entry_id = '"
                + entries.get(3) + "'; update audit_link set entry_id = '" + entries.get(3) + "' where entry_id = '"
                + entries.get(4) + "'; update audit_link set entry_id = '" + entries.get(4)
                + "' where entry_id = '00000000-0000-0000-0000-000000000000'");
        assertThat(verified(organisation)).startsWith("0 ");

        asSuperuser("delete from audit_link where organisation_id = '" + organisation.value() + "' and position > 5");
        assertThat(verified(organisation)).startsWith("1 The tail was cut").contains("number 6");

        asSuperuser("delete from audit_entry where id = '" + entries.get(1) + "'");
        assertThat(verified(organisation)).startsWith("1 Entry " + entries.get(1) + ", number 2, was removed");
        forget(organisation);
    }

    @Test
    void a_head_that_hearten_did_not_sign_is_found() throws IOException {
        given.narmada();
        var organisation = new OrganisationId(Ids.next());
        record(organisation, "post.saved");
        sealAndExport(organisation, 1);
        var line = Files.readAllLines(headsFolder.resolve("heads.txt")).stream()
                .filter(each -> each.contains(organisation.value().toString()))
                .findFirst()
                .orElseThrow();
        var copy = Files.createDirectories(folder.resolve("heads")).resolve("heads.txt");

        Files.writeString(copy, line.replace(" 1 ", " 9 ") + "\n");
        var code = verify(copy.getParent());

        assertThat(output()).contains("The file of heads holds lines Hearten did not sign: [1].");
        assertThat(code).isEqualTo(Cli.FOUND_SOMETHING);
    }

    /** Not at once: an entry is sealed when every older transaction of this server has ended. */
    private void sealAndExport(OrganisationId organisation, int entries) {
        await().until(() -> {
            sealer.sealAndExport(organisation);
            return chained(organisation).size() == entries;
        });
    }

    /** Other tests here expect every record to be whole. */
    private void forget(OrganisationId organisation) {
        for (var table : List.of("audit_entry", "audit_link", "audit_head")) {
            asSuperuser("delete from " + table + " where organisation_id = '" + organisation.value() + "'");
        }
    }

    private int verify(Path heads) {
        return run(
                "verify",
                "--database-url",
                poolAddress,
                "--migrate-url",
                ownerAddress,
                "--keys",
                keysFolder.toString(),
                "--heads",
                heads.toString());
    }

    /** The exit code and what is said of one organisation, as bin/hearten verify would: others in this database are left out. */
    private String verified(OrganisationId organisation) {
        var code = verify(headsFolder);
        return code + " "
                + output().lines()
                        .filter(line -> line.startsWith("Organisation " + organisation.value()))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(": ") + 2))
                        .orElse("");
    }

    @Test
    void the_doctor_says_a_sentence_for_each_thing() throws IOException {
        run("doctor", "--database-url", poolAddress, "--migrate-url", ownerAddress, "--keys", keysFolder.toString());

        assertThat(output()).contains("ok       Java", "Keys", "Database: PostgreSQL", "Walls", "Clock", "Mail");
        assertThat(output()).contains("PROBLEM  Durability: fsync is off"); // as in every test
    }

    @Test
    void a_command_that_cannot_be_meant_is_answered_in_a_sentence() {
        assertThat(run("verfy")).isEqualTo(Cli.COULD_NOT);
        assertThat(output()).isEqualTo("Say what to do: verify, backup FILE, restore FILE or doctor.\n");
    }

    private static int pausesIn(ApplicationContext tools, OrganisationId organisation) {
        return tools.getBean(Tenancy.class)
                .as(
                        Caller.system(organisation, "test"),
                        () -> tools.getBean(Pauses.class).standing().size());
    }

    private int inboxHolds(Given.Cast cast) {
        return given.in(
                cast.organisation(),
                () -> jdbc.sql("select count(*) from message")
                        .query(Integer.class)
                        .single());
    }

    private Draft draft() {
        return new Draft(
                given.narmada().first(),
                CANARY,
                "Words of " + CANARY,
                Pillar.COMMUNITY,
                "en",
                List.of(Version.own(Network.BLUESKY, "More " + CANARY)),
                List.of(),
                List.of());
    }

    private int run(String... words) {
        said.reset();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Cli(stream, stream, () -> passphrase).run(words);
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
