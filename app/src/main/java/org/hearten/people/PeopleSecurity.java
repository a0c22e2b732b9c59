package org.hearten.people;

import java.util.List;
import org.hearten.keys.Keys;
import org.hearten.tenancy.Tenancy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the session filter, the forms' proof and the doorkeeper in their places. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class PeopleSecurity implements WebMvcConfigurer {
    private final Doorkeeper doorkeeper;

    PeopleSecurity(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /**
     * Who may use a route is asked by the doorkeeper; here stands what is no route of a room. Headers are set by web,
     * for every answer alike.
     */
    @Bean
    SecurityFilterChain security(HttpSecurity http, Sessions sessions, People people, Tenancy tenancy, Keys keys)
            throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SessionFilter(sessions, people, tenancy), CsrfFilter.class)
                .addFilterBefore(new MetricsToken(keys), AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new FormProof(keys)).ignoringRequestMatchers("/hub/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(MetricsToken.AUTHORITY)
                        .anyRequest()
                        .permitAll())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(doorkeeper);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedInArgument());
    }
}
