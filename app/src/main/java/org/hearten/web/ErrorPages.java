package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns every failure into a sentence for the person and a line for the log; neither holds patient details. */
@ControllerAdvice
class ErrorPages implements ErrorViewResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Surroundings surroundings;

    ErrorPages(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        LOG.atDebug()
                .addKeyValue("status", refusal.status().value())
                .addKeyValue("message", refusal.messageKey())
                .log("refused");
        return page(refusal.status(), refusal.in(surroundings.words(request)), null, request, response);
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(
            OptimisticLockingFailureException stale, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.CONFLICT, null, null, request, response);
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MaxUploadSizeExceededException upload, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.CONTENT_TOO_LARGE, null, null, request, response);
    }

    /** A form that should have brought a file and did not, or broke off on the way. */
    @ExceptionHandler
    ModelAndView noUpload(MultipartException upload, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.BAD_REQUEST, null, null, request, response);
    }

    /** An id in the address that is no id at all is simply not there. */
    @ExceptionHandler
    ModelAndView wrongType(
            MethodArgumentTypeMismatchException value, HttpServletRequest request, HttpServletResponse response) {
        var inPath =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.containsKey(value.getName());
        return page(inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, null, null, request, response);
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheDoor(RuntimeException notAllowed) {
        throw notAllowed;
    }

    @ExceptionHandler
    ModelAndView other(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return page(known.getStatusCode(), null, null, request, response);
        } else {
            var reference =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.atError()
                    .setCause(failure)
                    .addKeyValue("reference", reference)
                    .addKeyValue(
                            "route",
                            String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
                    .log("failed {}", reference);
            return page(HttpStatus.INTERNAL_SERVER_ERROR, null, reference, request, response);
        }
    }

    /** What fails outside any controller: the security chain, a filter. */
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return model(status, null, null, request);
    }

    private ModelAndView page(
            HttpStatusCode status,
            @Nullable String sentence,
            @Nullable String reference,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(status.value());
        if (Pages.wantsFragment(request)) {
            // The page stays as it was; hearten.js shows the sentence as a toast.
            response.setHeader("HX-Reswap", "none");
            if (status.value() == HttpStatus.UNAUTHORIZED.value()) {
                response.setHeader("HX-Redirect", "/sign-in");
            }
        }
        return model(status, sentence, reference, request);
    }

    private ModelAndView model(
            HttpStatusCode status, @Nullable String sentence, @Nullable String reference, HttpServletRequest request) {
        var words = surroundings.words(request);
        var known = known(words, status, sentence != null);
        var model = new HashMap<String, Object>();
        model.put("status", status.value());
        model.put("title", words.of("web.error." + known + ".title"));
        model.put("text", sentence == null ? words.of("web.error." + known + ".text") : sentence);
        model.put("reference", reference == null ? "" : reference);
        return new ModelAndView(Pages.wantsFragment(request) ? "web/_error" : "web/error", model, status);
    }

    /** A conflict has many causes; the title that names one of them stands only where nobody gave the reason. */
    private static String known(Words words, HttpStatusCode status, boolean withReason) {
        if (withReason && status.value() == HttpStatus.CONFLICT.value()) {
            return "refused";
        } else if (words.has("web.error." + status.value() + ".title")) {
            return String.valueOf(status.value());
        } else {
            return status.is4xxClientError() ? "4xx" : "500";
        }
    }
}
