package org.hearten.premises;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.hearten.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class FacilitiesController {
    private final Facilities facilities;
    private final Premises premises;

    FacilitiesController(Facilities facilities, Premises premises) {
        this.facilities = facilities;
        this.premises = premises;
    }

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping("/facilities")
    String index(SignedIn me, Model page) {
        return list(me, FacilityForm.NEW, Map.of(), page);
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/facilities")
    String create(
            SignedIn me,
            @ModelAttribute("form") FacilityForm form,
            HttpServletResponse response,
            Flash flash,
            Model page) {
        var problems = form.problemsOfANewOne();
        if (problems.isEmpty()) {
            try {
                premises.open(form, me.person());
                flash.say("premises.opened");
                return "redirect:/facilities";
            } catch (DuplicateKeyException taken) {
                problems = Map.of("slug", "premises.problem.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(me, form, problems, page);
    }

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping("/facilities/{facility}")
    String show(SignedIn me, @PathVariable UUID facility, Model page) {
        var known = facilities.find(new FacilityId(me.organisation(), facility)).orElseThrow(Refusal::notFound);
        return form(known.id(), FacilityForm.of(known), Map.of(), page);
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/facilities/{facility}")
    String update(
            SignedIn me,
            @PathVariable UUID facility,
            @ModelAttribute("form") FacilityForm form,
            HttpServletResponse response,
            Flash flash,
            Model page) {
        var id = new FacilityId(me.organisation(), facility);
        var problems = form.problems();
        if (problems.isEmpty()) {
            facilities.change(id, form.particulars());
            flash.say("premises.changed");
            return "redirect:/facilities";
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(id, form, problems, page);
        }
    }

    private String list(SignedIn me, FacilityForm form, Map<String, String> problems, Model page) {
        page.addAttribute("facilities", facilities.all())
                .addAttribute("mine", me.facilities(Role.ADMINISTRATOR))
                .addAttribute("form", form)
                .addAttribute("problems", problems);
        return "premises/index";
    }

    private static String form(FacilityId id, FacilityForm form, Map<String, String> problems, Model page) {
        page.addAttribute("id", id).addAttribute("form", form).addAttribute("problems", problems);
        return "premises/show";
    }
}
