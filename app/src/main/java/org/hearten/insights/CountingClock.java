package org.hearten.insights;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Counts what is due, again and again, as long as this process lives. */
@Component
@EnableConfigurationProperties(CountingSettings.class)
class CountingClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CountingClock.class);

    private final Counting counting;
    private final CountingSettings settings;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    CountingClock(Counting counting, CountingSettings settings) {
        this.counting = counting;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = settings.worker();
        if (running) {
            thread = Thread.ofPlatform().name("insights-count").daemon().start(this::loop);
        }
    }

    private void loop() {
        while (running) {
            try {
                counting.countWhatIsDue();
            } catch (RuntimeException fault) {
                log.error("counting failed; the next turn follows", fault);
            }
            try {
                Thread.sleep(settings.poll());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
