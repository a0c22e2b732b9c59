package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.channels.Network;
import org.hearten.people.Role;
import org.hearten.people.SignedInBrowser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@HeartenTest
@Import({Given.class, GivenPosts.class, SignedInBrowser.class})
class ExportTests {
    @Autowired
    Given given;

    @Autowired
    GivenPosts givenPosts;

    @Autowired
    Posts posts;

    @Autowired
    SignedInBrowser browser;

    @Autowired
    WebApplicationContext context;

    @Test
    void a_table_keeps_devanagari_and_runs_no_formula() throws Exception {
        var narmada = given.narmada();
        var meera = narmada.with(Role.AUTHOR);
        var draft = givenPosts
                .draft(narmada, "=HYPERLINK(\"http://evil.example\")", "हर रविवार पानी बदलें, \"आज\" ही।")
                .withVersions(List.of(Version.same(Network.HUB), Version.own(Network.BLUESKY, "+1 for clean water")));
        given.run(meera, () -> posts.start(draft, meera, null));

        var csv = taken("/posts/export.csv", narmada);

        assertThat(csv)
                .startsWith("\ufeff\"id\",\"facility\",\"title\"")
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
                .contains("\"हर रविवार पानी बदलें, \"\"आज\"\" ही।\"")
                .contains("\"'+1 for clean water\"");
    }

    @Test
    void the_other_format_says_the_same_to_a_machine() throws Exception {
        var narmada = given.narmada();
        var id = givenPosts.aPost(narmada, "Dengue", "Cover your water.");

        var all = JsonMapper.builder().build().readTree(taken("/posts/export.json?stage=DRAFT", narmada));

        assertThat(all.valueStream()
                        .filter(each ->
                                each.get("id").asString().equals(id.value().toString())))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.get("text").asString()).isEqualTo("Cover your water.");
                    assertThat(each.get("stage").asString()).isEqualTo("DRAFT");
                });
    }

    private String taken(String address, Given.Cast cast) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get(address).cookie(browser.cookie(cast.with(Role.AUTHOR))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
