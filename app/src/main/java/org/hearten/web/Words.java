package org.hearten.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The reader's language and time zone. Every template has one, named {@code words}.
 *
 * <p>A message is plain text with {@code {0}}; numbers are grouped for the reader, instants become a day and a time,
 * enums their own words. {@code {0, plural, one {# post} other {# posts}}} counts.
 */
public final class Words {
    private static final int FIRST_GROUPED = 1_000;
    private static final Map<Language, Map<String, DateTimeFormatter>> FORMATS = new ConcurrentHashMap<>();
    private static final Map<String, LocalizedNumberFormatter> NUMBERS = new ConcurrentHashMap<>();
    private static final Map<Enum<?>, String> KEYS = new ConcurrentHashMap<>();

    private final Messages messages;
    private final Language language;
    private final ZoneId zone;
    private final Clock clock;

    public Words(Messages messages, Language language, ZoneId zone, Clock clock) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
    }

    public Language language() {
        return language;
    }

    /** For {@code <html lang>}. */
    public String lang() {
        return language.tag();
    }

    public ZoneId zone() {
        return zone;
    }

    public Words in(Language other) {
        return new Words(messages, other, zone, clock);
    }

    public Words at(ZoneId other) {
        return new Words(messages, language, other, clock);
    }

    public String of(String key, @Nullable Object... arguments) {
        var pattern = messages.pattern(language, key);
        if (pattern.indexOf('{') < 0) {
            return pattern;
        } else if (pattern.indexOf(", plural") > 0 || pattern.indexOf(", select") > 0) {
            return counted(pattern, arguments);
        } else {
            return filled(pattern, arguments);
        }
    }

    /** The words of {@code posts.Stage.DRAFT} are kept under exactly that key. */
    public String of(Enum<?> value) {
        return of(key(value));
    }

    /** Whether anybody wrote this message. */
    public boolean has(String key) {
        return messages.find(language, key) != null;
    }

    /** 24 Nov 2026 */
    public String day(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    public String day(LocalDate day) {
        return format("d MMM uuuu").format(day);
    }

    /** Tuesday 24 November */
    public String longDay(LocalDate day) {
        return format("EEEE d MMMM").format(day);
    }

    /** 6:30 pm; शाम 6:30 बजे */
    public String time(Instant at) {
        return language == Language.HI
                ? format("B h:mm").format(at.atZone(zone)) + " बजे"
                : format("h:mm a").format(at.atZone(zone)).toLowerCase(language.locale());
    }

    /** 18:30, for a field. */
    public String clock(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** 8 am; सुबह 8 */
    public String hour(int hour) {
        return format(language == Language.HI ? "B h" : "h a")
                .format(LocalTime.of(hour, 0))
                .toLowerCase(language.locale());
    }

    /** 9 to 15 November; 30 November to 6 December */
    public String days(LocalDate first, LocalDate last) {
        var from = format(first.getMonth() == last.getMonth() ? "d" : "d MMMM").format(first);
        return of("web.days", from, format("d MMMM").format(last));
    }

    /** Today, 6:30 pm; otherwise the day and the time. */
    public String moment(Instant at) {
        var days = ChronoUnit.DAYS.between(today(), at.atZone(zone).toLocalDate());
        var day = days >= -1 && days <= 1
                ? of("web.day." + (days == 0 ? "today" : days < 0 ? "yesterday" : "tomorrow"))
                : day(at);
        return day + ", " + time(at);
    }

    /** In 9 h; 20 min ago; a day further off than that. */
    public String ago(Instant at) {
        var away = Duration.between(at, clock.instant());
        var tense = away.isNegative() ? "web.in." : "web.ago.";
        var size = away.abs();
        if (size.toMinutes() < 1) {
            return of("web.ago.now");
        } else if (size.toHours() < 1) {
            return of(tense + "minutes", size.toMinutes());
        } else if (size.toDays() < 1) {
            return of(tense + "hours", size.toHours());
        } else if (size.toDays() < 7) {
            return of(tense + "days", size.toDays());
        } else {
            return day(at);
        }
    }

    /** For {@code <time datetime>}: exact, with the zone's offset. */
    public String exact(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** IST */
    public String zoneName() {
        var local = format("zzz").format(clock.instant().atZone(zone));
        // Indian locales know no short names but India's own.
        return local.startsWith("GMT")
                ? DateTimeFormatter.ofPattern("zzz", Locale.US)
                        .format(clock.instant().atZone(zone))
                : local;
    }

    public String month(YearMonth month) {
        return format("LLLL uuuu").format(month.atDay(1));
    }

    /** Mon */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, language.locale());
    }

    public String longWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone);
    }

    public LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Grouped as the facility's country does: 12,34,567 in India, 1,234,567 in the US. The digits are Latin. */
    public String number(long value) {
        return value > -FIRST_GROUPED && value < FIRST_GROUPED ? Long.toString(value) : grouped(value);
    }

    private String grouped(long value) {
        return NUMBERS.computeIfAbsent(language.tag() + zone, key -> NumberFormatter.withLocale(country()))
                .format(value)
                .toString();
    }

    private ULocale country() {
        return new ULocale.Builder()
                .setLanguage(language.tag())
                .setRegion(TimeZone.getRegion(zone.getId()))
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }

    static String key(Enum<?> value) {
        return KEYS.computeIfAbsent(value, Words::longKey);
    }

    private static String longKey(Enum<?> value) {
        var owner = value.getDeclaringClass();
        var module =
                owner.getPackageName().replaceFirst("^org\\.hearten\\.", "").replaceFirst("\\..*$", "");
        return module + "." + owner.getSimpleName() + "." + value.name();
    }

    private String filled(String pattern, @Nullable Object[] arguments) {
        var text = pattern;
        for (int at = 0; at < arguments.length; at++) {
            text = text.replace("{" + at + "}", spoken(arguments[at]));
        }
        return text;
    }

    private String counted(String pattern, @Nullable Object[] arguments) {
        var said = new Object[arguments.length];
        for (int at = 0; at < arguments.length; at++) {
            var argument = arguments[at];
            said[at] = argument instanceof Number ? argument : spoken(argument);
        }
        return messages.counted(language, pattern, said);
    }

    private String spoken(@Nullable Object argument) {
        return switch (argument) {
            case null -> "";
            case Integer number -> number(number);
            case Long number -> number(number);
            case Instant at -> moment(at);
            case LocalDate day -> day(day);
            case Enum<?> value -> of(value);
            case Object other -> other.toString();
        };
    }

    private DateTimeFormatter format(String pattern) {
        return FORMATS.computeIfAbsent(language, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(pattern, each -> DateTimeFormatter.ofPattern(each, language.locale()));
    }
}
