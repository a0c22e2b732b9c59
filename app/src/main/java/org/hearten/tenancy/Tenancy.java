package org.hearten.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Enters and leaves an organisation's walls. The caller is bound to the running thread for the length of one call. */
@Component
public class Tenancy {
    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    Tenancy() {}

    public <T> T as(Caller caller, Supplier<T> work) {
        return ScopedValue.where(CALLER, caller).call(work::get);
    }

    public void run(Caller caller, Runnable work) {
        ScopedValue.where(CALLER, caller).run(work);
    }

    /** Like {@link #as}, for work that may throw a checked exception, such as a servlet filter chain. */
    public <T, X extends Throwable> T through(Caller caller, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CALLER, caller).call(work);
    }

    public static Optional<Caller> current() {
        return CALLER.isBound() ? Optional.of(CALLER.get()) : Optional.empty();
    }

    /** @throws IllegalStateException outside any organisation's walls: a fault of the program, not of the person */
    public static Caller require() {
        return current().orElseThrow(() -> new IllegalStateException("This work was started for no organisation"));
    }
}
