package org.hearten.guard;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something dear, made when it is first asked for and kept. */
final class Later<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        var ready = made;
        return ready == null ? make() : ready;
    }

    private synchronized T make() {
        var ready = made;
        if (ready == null) {
            ready = maker.get();
            made = ready;
        }
        return ready;
    }
}
