package org.hearten.insights;

import org.hearten.posts.PostTakenDown;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What stands nowhere has no more numbers. Those counted before stay. */
@Component
class StopWhenTakenDown {
    private final Numbers numbers;

    StopWhenTakenDown(Numbers numbers) {
        this.numbers = numbers;
    }

    @ApplicationModuleListener
    void on(PostTakenDown gone) {
        numbers.of(gone.post()).forEach(watched -> numbers.next(watched.delivery(), null));
    }
}
