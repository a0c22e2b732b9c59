package org.hearten.people;

import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People join and leave. */
@Service
class Staffing {
    private final People people;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Staffing(People people, Sessions sessions, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.people = people;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    public PersonId add(String name, String email, String password, Role role, FacilityId facility) {
        var id = people.add(name, email, password);
        people.grant(id, role, facility, null);
        return id;
    }

    @Transactional
    public void depart(PersonId person) {
        jdbc.sql("update person set active = false where organisation_id = :organisation and id = :id")
                .param("organisation", person.organisation().value())
                .param("id", person.value())
                .update();
        sessions.endAll(person);
        events.publishEvent(Recorded.of("person.departed").on("person", person.value()));
    }
}
