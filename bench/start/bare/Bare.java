package bare;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least that a Spring Boot application with our starters can be: what our own start is compared with. */
@SpringBootApplication
@RestController
public class Bare {
    public static void main(String[] options) {
        SpringApplication.run(Bare.class, options);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(any -> any.anyRequest().permitAll()).build();
    }

    @GetMapping("/sign-in")
    String hello() {
        return "hello";
    }

    /** The rehearsal ends by itself, as ours does. */
    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (Boolean.getBoolean("rehearsal")) {
            CompletableFuture.runAsync(() -> System.exit(0), task -> new Thread(task).start());
        }
    }
}
