package org.hearten;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class HeartenApplication {
    public static void main(String[] options) {
        SpringApplication.run(HeartenApplication.class, options);
    }
}
