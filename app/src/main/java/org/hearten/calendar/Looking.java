package org.hearten.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.posts.Listed;
import org.hearten.posts.Pillar;
import org.hearten.posts.Sought;
import org.hearten.posts.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at. All of it stands in the address, so that it can be kept, sent to a colleague and gone back to.
 *
 * @param day a day of the month or week shown
 */
public record Looking(
        View view,
        LocalDate day,
        @Nullable UUID facility,
        @Nullable Pillar pillar,
        @Nullable Stage stage,
        @Nullable Network network) {

    public enum View {
        MONTH,
        WEEK,
        LIST
    }

    /** An address that somebody bent shows this month. */
    static Looking read(
            LocalDate today,
            @Nullable String view,
            @Nullable String month,
            @Nullable String week,
            @Nullable UUID facility,
            @Nullable String pillar,
            @Nullable String stage,
            @Nullable String network) {
        var kind = named(View.values(), view == null ? null : view.toUpperCase(java.util.Locale.ROOT));
        var wanted = kind == null ? week == null ? View.MONTH : View.WEEK : kind;
        return new Looking(
                wanted,
                day(wanted, month, week, today),
                facility,
                named(Pillar.values(), pillar),
                named(Stage.values(), stage),
                named(Network.values(), network));
    }

    private static LocalDate day(View view, @Nullable String month, @Nullable String week, LocalDate today) {
        try {
            if (view == View.WEEK && week != null) {
                return LocalDate.parse(week);
            } else if (month != null) {
                return YearMonth.parse(month).atDay(1);
            } else {
                return today;
            }
        } catch (DateTimeParseException bent) {
            return today;
        }
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public boolean week() {
        return view == View.WEEK;
    }

    public YearMonth month() {
        return YearMonth.from(day);
    }

    /** The first day shown. A month is shown in whole weeks. */
    public LocalDate first() {
        return switch (view) {
            case MONTH -> month().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case LIST -> month().atDay(1);
        };
    }

    public LocalDate last() {
        return switch (view) {
            case MONTH -> month().atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case WEEK -> first().plusDays(6);
            case LIST -> month().atEndOfMonth();
        };
    }

    boolean shows(Listed post) {
        return (pillar == null || post.pillar() == pillar)
                && (stage == null || post.stage() == stage)
                && (network == null || post.networks().contains(network));
    }

    Sought sought() {
        return new Sought(pillar, stage, network);
    }

    public boolean filtered() {
        return pillar != null || stage != null || network != null;
    }

    public Looking earlier() {
        return at(week() ? first().minusWeeks(1) : month().minusMonths(1).atDay(1));
    }

    public Looking later() {
        return at(week() ? first().plusWeeks(1) : month().plusMonths(1).atDay(1));
    }

    public Looking at(LocalDate other) {
        return new Looking(view, other, facility, pillar, stage, network);
    }

    public Looking as(View other) {
        return new Looking(other, day, facility, pillar, stage, network);
    }

    public Looking of(@Nullable Pillar other) {
        return new Looking(view, day, facility, other, stage, network);
    }

    public Looking of(@Nullable Stage other) {
        return new Looking(view, day, facility, pillar, other, network);
    }

    public Looking of(@Nullable Network other) {
        return new Looking(view, day, facility, pillar, stage, other);
    }

    public Looking unfiltered() {
        return new Looking(view, day, facility, null, null, null);
    }

    public String address() {
        var address = new StringBuilder("/calendar?");
        address.append(week() ? "week=" + first() : "month=" + month());
        if (view == View.LIST) {
            address.append("&view=list");
        }
        add(address, "facility", facility);
        add(address, "pillar", pillar);
        add(address, "stage", stage);
        add(address, "network", network);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.append('&').append(name).append('=').append(value);
        }
    }
}
