package org.hearten.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearten.HeartenTest;
import org.hearten.facilities.Facilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An empty Hearten at an address that others can reach: its own context, so that nobody founded anything yet. */
@HeartenTest
@TestPropertySource(properties = "hearten.public-url=https://care.example.org")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WelcomeTests {
    @Autowired
    WebApplicationContext context;

    @Autowired
    FirstRun firstRun;

    @Autowired
    Facilities facilities;

    private MockMvc hearten;

    @BeforeEach
    void open() {
        hearten = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    @Order(1)
    void whoever_comes_first_is_led_to_the_wizard() throws Exception {
        assertThat(get("/sign-in").getRedirectedUrl()).isEqualTo("/welcome");
        assertThat(get("/welcome").getContentAsString(StandardCharsets.UTF_8)).contains("Set-up code");
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(
            delimiter = '|',
            value = {
                "organisation|''|Type the name of your organisation",
                "facilityName|''|Type the name of your first facility",
                "slug|Lakeside Clinic|Use 2 to 61 small letters",
                "zone|Lakeside|Type a time zone with its region",
                "jurisdiction|MARS|Choose India or United States",
                "name|''|Type your name",
                "email|ruth|Type a complete e-mail address",
                "password|lakeside|Choose a password of 12 to 200 characters",
                "setupCode|0000-0000-0000-0000|That is not the code that was printed"
            })
    void each_thing_that_cannot_be_meant_is_explained_and_nothing_is_founded(
            String field, String typed, String explained) throws Exception {
        var answer = post(with(field, typed));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(explained)
                .contains(field.equals("organisation") ? "Ruth" : "Lakeside Clinics");
        assertThat(facilities.organisations()).isEmpty();
    }

    @Test
    @Order(3)
    void a_name_a_page_long_or_with_a_control_character_is_explained() throws Exception {
        assertThat(post(with("organisation", "x".repeat(500))).getStatus()).isEqualTo(422);
        assertThat(post(with("name", "Ru\u0000th")).getStatus()).isEqualTo(422);
    }

    @Test
    @Order(4)
    void the_answers_found_the_organisation_once_and_a_second_time_is_refused_in_words() throws Exception {
        assertThat(post(good()).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(facilities.organisations()).hasSize(1);

        var again = post(good());

        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("Hearten has been set up already.");
        assertThat(get("/welcome").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(facilities.organisations()).hasSize(1);
        assertThat(firstRun.lines()).isEmpty();
    }

    private Map<String, String> good() {
        var answers = new HashMap<>(Map.of(
                "organisation", "Lakeside Clinics",
                "facilityName", "Lakeside Clinic",
                "slug", "lakeside-clinic",
                "zone", "America/Chicago",
                "jurisdiction", "US",
                "name", "Ruth",
                "email", "ruth@lakeside.example.org",
                "password", "the lake is quiet"));
        answers.put("setupCode", printed());
        return answers;
    }

    private Map<String, String> with(String field, String typed) {
        var answers = good();
        answers.put(field, typed);
        return answers;
    }

    /** What stands in the terminal. */
    private String printed() {
        var code = Pattern.compile("[0-9a-f]{4}(-[0-9a-f]{4}){3}").matcher(String.join("\n", firstRun.lines()));
        return code.find() ? code.group() : "";
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return hearten.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }

    private MockHttpServletResponse post(Map<String, String> answers) throws Exception {
        var request = MockMvcRequestBuilders.post("/welcome").with(csrf());
        answers.forEach(request::param);
        return hearten.perform(request).andReturn().getResponse();
    }
}
