package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A controller may ask for the reader's {@link Words} and for a {@link Flash}. */
@Component
class ControllerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Surroundings surroundings;

    ControllerArguments(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    /** The style guide holds nothing but parts, so it needs no controller. */
    @Override
    public void addViewControllers(ViewControllerRegistry routes) {
        routes.addViewController("/style-guide").setViewName("web/style-guide");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class || parameter.getParameterType() == Flash.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Not a request over HTTP");
        }
        return parameter.getParameterType() == Words.class ? surroundings.words(request) : Flash.of(request);
    }
}
