package org.hearten.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The team page: who works here, and who may do what where. */
@Controller
class StaffController {
    private final People people;
    private final Facilities facilities;
    private final Staffing staffing;

    StaffController(People people, Facilities facilities, Staffing staffing) {
        this.people = people;
        this.facilities = facilities;
        this.staffing = staffing;
    }

    @Allowed({Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    @GetMapping("/people")
    String index(SignedIn me, Model page) {
        return list(me, NewColleague.NOBODY, "", page);
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/people")
    String create(
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam UUID facility,
            @RequestParam Role role,
            HttpServletResponse response,
            Model page) {
        var typed = new NewColleague(name, email, role, facility);
        var problem = typed.problem(password);
        if (!problem.isEmpty()) {
            return refused(me, typed, problem, response, page);
        } else {
            try {
                staffing.add(name, email, password, role, new FacilityId(me.organisation(), facility));
                return "redirect:/people";
            } catch (DuplicateKeyException taken) {
                return refused(me, typed, "people.add.problem.taken", response, page);
            }
        }
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/people/{person}/grants")
    String grant(SignedIn me, @PathVariable UUID person, @RequestParam UUID facility, @RequestParam Role role) {
        people.grant(known(me, person), role, new FacilityId(me.organisation(), facility), null);
        return "redirect:/people";
    }

    /** An administrator cannot take away their own administration: somebody must be left to give it back. */
    @Allowed(Role.ADMINISTRATOR)
    @DeleteMapping("/people/{person}/grants/{role}")
    String revoke(SignedIn me, @PathVariable UUID person, @PathVariable Role role, @RequestParam UUID facility) {
        var id = known(me, person);
        if (id.equals(me.person()) && role == Role.ADMINISTRATOR) {
            throw new Refusal(HttpStatus.CONFLICT, "people.own-administration");
        } else {
            people.revoke(id, role, new FacilityId(me.organisation(), facility));
            return "redirect:/people";
        }
    }

    /** Off-boarding: sign-in ends everywhere at once; what the person did stays in the record. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/people/{person}/departure")
    String depart(SignedIn me, @PathVariable UUID person) {
        var id = known(me, person);
        if (id.equals(me.person())) {
            throw new Refusal(HttpStatus.CONFLICT, "people.own-administration");
        } else {
            staffing.depart(id);
            return "redirect:/people";
        }
    }

    private PersonId known(SignedIn me, UUID person) {
        return people.find(new PersonId(me.organisation(), person))
                .map(Person::id)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "people.not-found"));
    }

    private String refused(SignedIn me, NewColleague typed, String problem, HttpServletResponse response, Model page) {
        response.setStatus(422);
        return list(me, typed, problem, page);
    }

    private String list(SignedIn me, NewColleague typed, String problem, Model page) {
        page.addAttribute("people", people.all())
                .addAttribute("facilities", facilities.all())
                .addAttribute("mayChange", me.is(Role.ADMINISTRATOR))
                .addAttribute("typed", typed)
                .addAttribute("problem", problem);
        return "people/index";
    }
}
