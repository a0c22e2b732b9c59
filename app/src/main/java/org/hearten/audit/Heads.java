package org.hearten.audit;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where the exported heads are kept, for whoever backs them up. */
@Component
public class Heads {
    private final HeadFile file;

    Heads(HeadFile file) {
        this.file = file;
    }

    public Path file() {
        return file.path();
    }
}
