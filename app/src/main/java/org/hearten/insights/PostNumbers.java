package org.hearten.insights;

import java.util.List;
import java.util.Locale;
import org.hearten.channels.Network;
import org.jspecify.annotations.Nullable;

/** What one delivery was counted at, for the page. */
public record PostNumbers(Network network, List<Snapshot> snapshots) {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 28;
    private static final int EDGE = 2;

    public @Nullable Snapshot latest() {
        return snapshots.isEmpty() ? null : snapshots.getLast();
    }

    /** Points of the little curve: responses over time, to scale in both directions. */
    public String curve() {
        if (snapshots.size() < 2) {
            return "";
        } else {
            var from = snapshots.getFirst().at().toEpochMilli();
            var span = Math.max(1, snapshots.getLast().at().toEpochMilli() - from);
            var most = Math.max(
                    1, snapshots.stream().mapToLong(Snapshot::responses).max().orElse(1));
            var points = new StringBuilder();
            for (var snapshot : snapshots) {
                var x = EDGE + (double) (snapshot.at().toEpochMilli() - from) / span * (WIDTH - 2 * EDGE);
                var y = HEIGHT - EDGE - (double) snapshot.responses() / most * (HEIGHT - 2 * EDGE);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            }
            return points.toString().strip();
        }
    }
}
