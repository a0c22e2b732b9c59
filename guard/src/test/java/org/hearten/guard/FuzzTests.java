package org.hearten.guard;

import org.junit.jupiter.api.Test;

class FuzzTests {
    private static final int INPUTS = 4000;

    @Test
    void no_text_of_any_kind_upsets_the_guard() {
        var fuzz = new Fuzz(20261124);

        for (int i = 0; i < INPUTS; i++) fuzz.one();
    }
}
