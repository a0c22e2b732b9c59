package org.hearten.media;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much a browser may send us at once. A file beyond it is cut off before it fills the memory. */
@Configuration(proxyBeanMethods = false)
class UploadLimits {
    private static final long FORM_BYTES = 1024 * 1024; // the form around the file

    @Bean
    MultipartConfigElement multipartConfigElement() {
        var whole = Darkroom.MAX_UPLOAD_BYTES + FORM_BYTES;
        return new MultipartConfigElement("", whole, whole, (int) whole); // the last one: never onto the disk
    }
}
