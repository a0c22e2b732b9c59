package org.hearten.start;

import java.util.List;

/** Lines to print under the address when Hearten is ready, such as who may sign in. */
@FunctionalInterface
public interface StartNotes {
    List<String> lines();
}
