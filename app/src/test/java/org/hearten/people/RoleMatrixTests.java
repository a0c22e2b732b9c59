package org.hearten.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route, asked by every role, about a thing of the facility where the role is held, of another facility, and of
 * another organisation. A new route is in the matrix by itself; a new kind of thing must be added to {@link #places}.
 */
@HeartenTest
@Import(Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTests {
    private enum Door {
        OPEN,
        SIGN_IN_FIRST,
        NOT_ALLOWED,
        NOT_FOUND,
        BROKEN
    }

    private enum Where {
        HELD_HERE,
        OTHER_FACILITY,
        OTHER_ORGANISATION
    }

    private record Route(HttpMethod method, String path, HandlerMethod handler) {
        boolean is(Class<? extends java.lang.annotation.Annotation> kind) {
            return handler.hasMethodAnnotation(kind);
        }
    }

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    List<Whereabouts> whereabouts;

    @Autowired
    Given given;

    @Autowired
    Sessions sessions;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient jdbc;

    private MockMvc hearten;
    private final Map<Role, String> cookies = new EnumMap<>(Role.class);
    private final Map<String, Map<Where, UUID>> places = new TreeMap<>();

    @BeforeAll
    void open() {
        hearten = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var narmada = given.narmadaOfItsOwn();
        var lakeside = given.lakeside();
        for (var role : Role.values()) {
            cookies.put(role, sessions.begin(narmada.with(role), true));
        }
        var facilities = Map.of(
                Where.HELD_HERE, narmada.first(),
                Where.OTHER_FACILITY, narmada.second(),
                Where.OTHER_ORGANISATION, lakeside.first());
        places.put("facility", new EnumMap<>(Where.class));
        facilities.forEach((where, facility) -> places.get("facility").put(where, facility.value()));
        things("post", facilities, """
                insert into post (organisation_id, id, facility_id, author_id, title, body, pillar, language, stage, revision,
                                  content_hash, networks, created_at, changed_at, changed_by)
                values (:organisation, :id, :facility, :id, :title, :body, 'EDUCATION', 'en', 'DRAFT', 1,
                        repeat('0', 64), '{}', now(), now(), :id)
                """);
        things("account", facilities, """
                insert into account (organisation_id, id, facility_id, network, network_id, handle, display_name, health, health_since)
                values (:organisation, :id, :facility, 'BLUESKY', cast(:id as text), 'x', 'x', 'WORKING', now())
                """);
        things("picture", facilities, """
                insert into picture (organisation_id, id, facility_id, hash, media_type, width, height, shown, sent_width,
                                     sent_height, sent, kept_by, kept_at)
                values (:organisation, :id, :facility, repeat('0', 64), 'image/jpeg', 1, 1, :shown, 1, 1, :sent, :id, now())
                """);
        things("delivery", facilities, """
                insert into delivery (organisation_id, id, post_id, facility_id, account_id, network, send_key, content_hash,
                                      state, due_at)
                values (:organisation, :id, :id, :facility, :id, 'HUB', 'x', 'x', 'CANCELLED', now())
                """);
        things("conversation", facilities, """
                insert into conversation (organisation_id, id, facility_id, account_id, network, kind, who, preview, category,
                                          urgency, read_first, language, why, needs_reply, held, due_at, began_at, last_at)
                values (:organisation, :id, :facility, :id, 'HUB', 'COMMENT', :who, :preview, 'OTHER', 4, false, 'en', :why, false,
                        false, now(), now(), now())
                """);
    }

    private void things(String variable, Map<Where, FacilityId> facilities, String insert) {
        places.put(variable, new EnumMap<>(Where.class));
        facilities.forEach((where, facility) -> {
            var id = Ids.next();
            given.in(
                    facility.organisation(),
                    () -> jdbc.sql(insert)
                            .param("organisation", facility.organisation().value())
                            .param("id", id)
                            .param("facility", facility.value())
                            .params(sealed(facility.organisation()))
                            .update());
            places.get(variable).put(where, id);
        });
    }

    private Map<String, byte[]> sealed(OrganisationId organisation) {
        return Map.of(
                "title", keys.sealText(organisation, "post.title", "Dengue"),
                "body", keys.sealText(organisation, "post.body", "Empty the water pots."),
                "shown", keys.seal(organisation, "picture.shown", new byte[] {1}),
                "sent", keys.seal(organisation, "picture.sent", new byte[] {1}),
                "who", keys.sealText(organisation, "conversation.who", "Somebody"),
                "preview", keys.sealText(organisation, "conversation.preview", "Thank you"),
                "why", keys.sealText(organisation, "conversation.why", "Thanks"));
    }

    @Test
    void every_kind_of_thing_that_knows_its_facility_is_in_this_matrix() {
        assertThat(whereabouts.stream().map(Whereabouts::variable))
                .containsExactlyInAnyOrderElementsOf(places.keySet());
    }

    @Test
    void every_route_says_who_may_use_it() {
        assertThat(ours())
                .allSatisfy(route -> assertThat(
                                route.is(Allowed.class) || route.is(AnyoneSignedIn.class) || route.is(Public.class))
                        .as(route.method() + " " + route.path())
                        .isTrue());
    }

    @Test
    void nobody_comes_in_without_signing_in_except_where_the_public_may() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : ours()) {
            var expected = route.is(Public.class) ? Door.OPEN : Door.SIGN_IN_FIRST;
            check(route, null, Where.HELD_HERE, expected, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_role_passes_where_it_is_held_and_nowhere_else() throws Exception {
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var route : ours()) {
            if (!route.is(Public.class) && !route.path().equals("/sign-out/everywhere")) {
                for (var role : Role.values()) {
                    for (var where : located(route) ? Where.values() : new Where[] {Where.HELD_HERE}) {
                        check(route, role, where, expected(route, role, where), wrong);
                        asked++;
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    private Door expected(Route route, Role role, Where where) {
        var allowed = route.handler().getMethodAnnotation(Allowed.class);
        var holds = allowed == null || Arrays.asList(allowed.value()).contains(role);
        if (located(route) && where == Where.OTHER_ORGANISATION) {
            return Door.NOT_FOUND;
        } else if (allowed != null && located(route) && where == Where.OTHER_FACILITY) {
            return Door.NOT_ALLOWED;
        } else {
            return holds ? Door.OPEN : Door.NOT_ALLOWED;
        }
    }

    private void check(Route route, @Nullable Role role, Where where, Door expected, List<String> wrong)
            throws Exception {
        var door = ask(route, role, where, expected);
        if (door != expected) {
            wrong.add("%s %s as %s, %s: %s instead of %s"
                    .formatted(route.method(), route.path(), role == null ? "nobody" : role, where, door, expected));
        }
    }

    private Door ask(Route route, @Nullable Role role, Where where, Door expected) throws Exception {
        var path = route.path();
        for (var place : places.entrySet()) {
            path = path.replace(
                    "{" + place.getKey() + "}", place.getValue().get(where).toString());
        }
        path = path.replace("{role}", "AUTHOR")
                .replace("{language}", "en")
                .replaceAll("\\{[a-z]+}", new UUID(0, 7).toString());
        var request = MockMvcRequestBuilders.request(route.method(), path).with(csrf());
        if (role != null) {
            request.cookie(new Cookie("hearten", cookies.get(role)));
        }
        var answer = hearten.perform(request).andReturn();
        assertThat(answer.getHandler())
                .as("what answered " + route.method() + " " + path)
                .isInstanceOfSatisfying(
                        HandlerMethod.class,
                        reached -> assertThat(reached.getMethod())
                                .isEqualTo(route.handler().getMethod()));
        var failure = answer.getResolvedException();
        var to = answer.getResponse().getHeader("Location");
        if (failure instanceof SignInFirst || (role == null && to != null && to.startsWith("/sign-in?next="))) {
            return Door.SIGN_IN_FIRST;
        } else if (failure instanceof Refusal refusal && refusal.messageKey().equals("people.not-allowed")) {
            return Door.NOT_ALLOWED;
        } else if (failure instanceof Refusal refusal
                && refusal.messageKey().equals("people.not-found")
                && where != Where.HELD_HERE) {
            return Door.NOT_FOUND;
        } else if (answer.getResponse().getStatus() >= 500) {
            return Door.BROKEN;
        } else {
            return Door.OPEN;
        }
    }

    private boolean located(Route route) {
        return places.keySet().stream().anyMatch(variable -> route.path().contains("{" + variable + "}"));
    }

    private List<Route> ours() {
        var all = new ArrayList<Route>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> each :
                routes.getHandlerMethods().entrySet()) {
            if (each.getValue().getBeanType().getName().startsWith("org.hearten.")) {
                for (var path : each.getKey().getPatternValues()) {
                    var methods = each.getKey().getMethodsCondition().getMethods();
                    methods.forEach(
                            method -> all.add(new Route(HttpMethod.valueOf(method.name()), path, each.getValue())));
                }
            }
        }
        return all;
    }
}
