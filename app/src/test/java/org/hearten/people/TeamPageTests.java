package org.hearten.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.hearten.Given;
import org.hearten.HeartenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An administrator adds a colleague; whoever knocks at the wrong door hears whose door it is. */
@HeartenTest
@Import({Given.class, SignedInBrowser.class})
class TeamPageTests {
    @Autowired
    Given given;

    @Autowired
    SignedInBrowser browser;

    @Autowired
    WebApplicationContext context;

    private MockMvc pages;
    private Given.Cast narmada;

    @BeforeEach
    void begin() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        narmada = given.narmadaOfItsOwn();
    }

    @Test
    void a_name_a_page_long_is_called_too_long_and_everything_chosen_stays() throws Exception {
        var answer = send(Role.ADMINISTRATOR, colleague("A".repeat(5_000), "asha@example.org"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8))
                .contains("That name is too long")
                .contains("value=\"asha@example.org\"")
                .contains("value=\"AUDITOR\" selected")
                .contains("value=\"" + narmada.first().value() + "\" selected");
    }

    @Test
    void an_address_that_is_none_is_named_as_what_is_wrong() throws Exception {
        var answer = send(Role.ADMINISTRATOR, colleague("Asha", "asha"));

        assertThat(answer.getContentAsString(UTF_8)).contains("Type a complete e-mail address");
    }

    @Test
    void a_reviewer_who_opens_the_author_s_page_hears_who_works_there() throws Exception {
        var answer = send(Role.CLINICAL_REVIEWER, get("/posts/new"));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString(UTF_8))
                .contains("This is for other roles: Author, Publisher. You are here as: Clinical reviewer.");
    }

    @Test
    void whoever_looks_at_all_facilities_reads_times_on_their_clock() throws Exception {
        var ruth = given.lakeside().with(Role.AUDITOR);

        var page = pages.perform(get("/audit").cookie(browser.cookie(ruth)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);

        assertThat(page).containsPattern("datetime=\"[^\"]+-0[56]:00\"").doesNotContain("+05:30");
    }

    private AbstractMockHttpServletRequestBuilder<?> colleague(String name, String email) {
        return post("/people")
                .param("name", name)
                .param("email", email)
                .param("password", Given.PASSWORD)
                .param("role", "AUDITOR")
                .param("facility", narmada.first().value().toString());
    }

    private MockHttpServletResponse send(Role role, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return pages.perform(request.cookie(browser.cookie(narmada.with(role))).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
