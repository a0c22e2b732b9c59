package org.hearten.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.hearten.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first-run wizard of an empty Hearten. Afterwards the page is gone. */
@Controller
class WelcomeController {
    private final FirstRun firstRun;

    WelcomeController(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Public
    @GetMapping("/welcome")
    String show(Model page) {
        if (firstRun.isDue()) {
            return form(WelcomeAnswers.NONE, Map.of(), page);
        } else {
            return "redirect:/sign-in";
        }
    }

    @Public
    @PostMapping("/welcome")
    String create(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String facilityName,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String setupCode,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        if (!firstRun.isDue()) {
            throw new Refusal(HttpStatus.CONFLICT, "people.welcome.done");
        }
        var answers = new WelcomeAnswers(
                organisation.strip(),
                facilityName.strip(),
                slug.strip(),
                zone.strip(),
                jurisdiction,
                name.strip(),
                email.strip(),
                password,
                setupCode.strip());
        var problems = answers.problems();
        if (!firstRun.mayBegin(answers.setupCode())) {
            problems.put("setupCode", "people.welcome.problem.setupCode");
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(answers, problems, page);
        } else if (firstRun.found(answers, request.getRemoteAddr())) {
            return "redirect:/sign-in";
        } else {
            throw new Refusal(HttpStatus.CONFLICT, "people.welcome.done");
        }
    }

    private String form(WelcomeAnswers answers, Map<String, String> problems, Model page) {
        page.addAttribute("answers", answers)
                .addAttribute("problems", problems)
                .addAttribute("asksForCode", firstRun.asksForCode());
        return "people/welcome";
    }
}
