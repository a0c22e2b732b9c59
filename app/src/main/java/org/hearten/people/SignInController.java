package org.hearten.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, in one or two steps, and the way out. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final FirstRun firstRun;

    SignInController(SignIn signIn, FirstRun firstRun) {
        this.signIn = signIn;
        this.firstRun = firstRun;
    }

    @Public
    @GetMapping("/sign-in")
    String show(HttpServletRequest request, @RequestParam(defaultValue = "/") String next, Model page) {
        if (firstRun.isDue()) {
            return "redirect:/welcome";
        } else if (SessionFilter.signedIn(request) != null) {
            return "redirect:/";
        } else {
            page.addAttribute("next", ownPath(next)).addAttribute("email", "").addAttribute("problem", "");
            return "people/sign-in";
        }
    }

    @Public
    @PostMapping("/sign-in")
    String create(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            Model page) {
        var address = request.getRemoteAddr();
        return switch (signIn.withPassword(email, password, address)) {
            case SignIn.Answer.Welcome(var cookie) -> {
                keep(request, response, cookie);
                yield "redirect:" + ownPath(next);
            }
            case SignIn.Answer.CodeNeeded(var cookie) -> {
                keep(request, response, cookie);
                yield "redirect:/sign-in/code?next=" + URLEncoder.encode(ownPath(next), StandardCharsets.UTF_8);
            }
            case SignIn.Answer.Wrong() -> again(response, email, next, "people.sign-in.wrong", page);
            case SignIn.Answer.Wait() -> again(response, email, next, "people.sign-in.wait", page);
        };
    }

    @Public
    @GetMapping("/sign-in/code")
    String askForCode(HttpServletRequest request, @RequestParam(defaultValue = "/") String next, Model page) {
        if (SessionFilter.halfSignedIn(request) == null) {
            return "redirect:/sign-in";
        } else {
            page.addAttribute("next", ownPath(next)).addAttribute("problem", "");
            return "people/sign-in-code";
        }
    }

    @Public
    @PostMapping("/sign-in/code")
    String checkCode(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            Model page) {
        var person = SessionFilter.halfSignedIn(request);
        if (person == null) {
            return "redirect:/sign-in";
        } else if (signIn.withCode(
                person, code, SessionFilter.cookie(request).orElseThrow(), request.getRemoteAddr())) {
            return "redirect:" + ownPath(next);
        } else {
            response.setStatus(422);
            page.addAttribute("next", ownPath(next)).addAttribute("problem", "people.code.wrong");
            return "people/sign-in-code";
        }
    }

    @Public
    @PostMapping("/sign-out")
    String destroy(HttpServletRequest request, HttpServletResponse response) {
        SessionFilter.cookie(request).ifPresent(cookie -> signIn.end(SessionFilter.signedIn(request), cookie));
        keep(request, response, "");
        // Whatever this browser kept for the person goes too.
        response.addHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return "redirect:/sign-in";
    }

    @AnyoneSignedIn
    @PostMapping("/sign-out/everywhere")
    String destroyAll(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        signIn.endEverywhere(me);
        keep(request, response, "");
        return "redirect:/sign-in";
    }

    private static String again(HttpServletResponse response, String email, String next, String problem, Model page) {
        response.setStatus(422);
        page.addAttribute("next", ownPath(next)).addAttribute("email", email).addAttribute("problem", problem);
        return "people/sign-in";
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String cookie) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, SessionFilter.cookie(request, cookie).toString());
    }

    /** Where to go after sign-in: a path of ours, never another site. */
    static String ownPath(String next) {
        return next.matches("/(?![/\\\\])[A-Za-z0-9/_?=&%.:-]*") ? next : "/";
    }
}
