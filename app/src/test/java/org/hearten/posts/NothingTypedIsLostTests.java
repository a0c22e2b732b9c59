package org.hearten.posts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.people.Role;
import org.hearten.people.SignedInBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whatever Hearten turns away at the author's desk, the words around it stay. */
@HeartenTest
@Import({Given.class, GivenPosts.class, SignedInBrowser.class})
class NothingTypedIsLostTests {
    @Autowired
    Given given;

    @Autowired
    GivenPosts givenPosts;

    @Autowired
    SignedInBrowser browser;

    @Autowired
    WebApplicationContext context;

    private MockMvc pages;
    private Given.Cast narmada;
    private PostId id;

    @BeforeEach
    void begin() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        narmada = given.narmada();
        id = givenPosts.aPost(narmada, "Salt", "Taste before you salt.");
    }

    @Test
    void a_picture_that_cannot_be_read_leaves_its_description_in_the_form() throws Exception {
        var answer = send(multipart("/posts/" + id.value() + "/pictures")
                .file(new MockMultipartFile("file", "notes.txt", "text/plain", "no picture".getBytes(UTF_8)))
                .param("alt", "A spoon of salt beside a bowl")
                .param("clean", "true"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8))
                .contains("That kind of file is not a picture")
                .contains("value=\"A spoon of salt beside a bowl\"")
                .containsPattern("name=\"clean\" value=\"true\" checked");
        assertThat(givenPosts.read(id).pictures()).isEmpty();
    }

    @Test
    void the_address_of_a_refused_picture_leads_back_to_the_post() throws Exception {
        var answer = send(get("/posts/" + id.value() + "/pictures"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/posts/" + id.value() + "#pictures");
    }

    @Test
    void an_address_that_is_no_page_is_refused_in_words_and_everything_else_is_kept() throws Exception {
        var answer = send(written("java\tscript:alert(1)"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8))
                .contains("begins with https:// or http://")
                .contains("script:alert(1)\"");
        assertThat(givenPosts.read(id).text()).isEqualTo("Five grams a day.");
        assertThat(givenPosts.read(id).sources())
                .containsExactly(new Source("Reducing salt", "World Health Organization", ""));
    }

    @Test
    void while_somebody_types_the_same_is_said_beside_the_field() throws Exception {
        var answer = send(written("data:text/html,hello").header("HX-Request", "true"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(UTF_8))
                .containsPattern("(?s)innerHTML:#strange-address\">.*begins with https:// or http://");
        assertThat(givenPosts.read(id).sources()).extracting(Source::address).containsExactly("");
    }

    @Test
    void a_page_and_a_half_typed_address_are_kept() throws Exception {
        for (var address :
                new String[] {"https://www.who.int/salt", "HTTP://www.who.int", "http", "www.who.int/salt", ""}) {
            assertThat(new Source("Salt", "WHO", address).leadsElsewhere())
                    .as(address)
                    .isFalse();
        }
    }

    private AbstractMockHttpServletRequestBuilder<?> written(String address) {
        return post("/posts/" + id.value())
                .param("revision", String.valueOf(givenPosts.read(id).revision()))
                .param("title", "Salt")
                .param("text", "Five grams a day.")
                .param("source-title", "Reducing salt")
                .param("source-publisher", "World Health Organization")
                .param("source-address", address);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return pages.perform(request.cookie(browser.cookie(narmada.with(Role.AUTHOR)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
