package org.hearten.people;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearten.audit.Recorded;
import org.hearten.web.Flash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: roles, the second factor, and the places where one is signed in. */
@Controller
class MyAccountController {
    private final People people;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final NewPassword newPassword;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MyAccountController(
            People people,
            Sessions sessions,
            SecondFactor secondFactor,
            NewPassword newPassword,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.newPassword = newPassword;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AnyoneSignedIn
    @GetMapping("/me")
    String show(SignedIn me, Model page) {
        return account(me, "", page);
    }

    /** Afterwards everybody who was signed in with the old one signs in again. */
    @AnyoneSignedIn
    @PostMapping("/me/password")
    String changePassword(
            SignedIn me,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash flash,
            Model page) {
        var problem = Passwords.mayBe(fresh)
                ? switch (newPassword.choose(me.person(), current, fresh, request.getRemoteAddr())) {
                    case CHANGED -> "";
                    case WRONG -> "people.password.wrong";
                    case WAIT -> "people.sign-in.wait";
                }
                : "people.welcome.problem.password";
        if (problem.isEmpty()) {
            flash.say("people.password.changed");
            return "redirect:/sign-in";
        } else {
            response.setStatus(422);
            return account(me, problem, page);
        }
    }

    private String account(SignedIn me, String problem, Model page) {
        page.addAttribute("person", people.find(me.person()).orElseThrow())
                .addAttribute("sessions", sessions.count(me.person()))
                .addAttribute("problem", problem);
        return "people/me";
    }

    /** Offers a fresh secret. It becomes the account's only when a code from the app comes back. */
    @AnyoneSignedIn
    @GetMapping("/me/second-factor")
    String offer(SignedIn me, HttpServletResponse response, Model page) {
        return enrolment(me, SecondFactor.freshSecret(), "", response, page);
    }

    @AnyoneSignedIn
    @PostMapping("/me/second-factor")
    String create(
            SignedIn me,
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var codes = secret.matches("[A-Z2-7]{32}") ? enrol(me, secret, code) : List.<String>of();
        if (codes.isEmpty()) {
            response.setStatus(422);
            return enrolment(
                    me,
                    secret.matches("[A-Z2-7]{32}") ? secret : SecondFactor.freshSecret(),
                    "people.code.wrong",
                    response,
                    page);
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            page.addAttribute("codes", codes);
            return "people/recovery-codes";
        }
    }

    private List<String> enrol(SignedIn me, String secret, String code) {
        var codes = transaction.execute(ignored -> {
            var fresh = secondFactor.enrol(me.person(), secret, code);
            if (!fresh.isEmpty()) {
                events.publishEvent(Recorded.of("second_factor.enrolled")
                        .on("person", me.person().value()));
            }
            return fresh;
        });
        return codes == null ? List.of() : codes;
    }

    private String enrolment(SignedIn me, String secret, String problem, HttpServletResponse response, Model page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var email = people.find(me.person()).orElseThrow().email();
        var address = "otpauth://totp/Hearten:" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=Hearten";
        var code = qrCode(address);
        page.addAttribute("secret", secret)
                .addAttribute("squares", squares(code))
                .addAttribute("side", code.getWidth())
                .addAttribute("problem", problem);
        return "people/second-factor";
    }

    private static BitMatrix qrCode(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException impossible) {
            throw new IllegalStateException("A sign-in address did not fit a QR code", impossible);
        }
    }

    /** The code as one SVG path: a unit square for each dark module. */
    private static String squares(BitMatrix code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
