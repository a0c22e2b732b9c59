package org.hearten.guard.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.hearten.guard.names.GoldPosts.Post;
import org.hearten.guard.names.GoldPosts.Span;

/** Makes labelled sentences of the healthcare setting from templates and lists; every number in them is invented. */
public final class Sentences {
    public static final String TRAINING = "templates_training.txt";
    public static final String HELD_OUT = "templates_held_out.txt";
    private static final int TENTHS_FOR_TRAINING = 7;
    private static final String[] MONTHS = {
        "January", "Feb", "March", "Apr", "May", "June", "July", "Aug", "September", "Oct", "Nov", "December"
    };
    private static final String[] HINDI_MONTHS = {
        "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"
    };
    private static final String[] ORGANISATIONS = {
        "Apollo Hospital",
        "City Clinic",
        "AIIMS",
        "Max Healthcare",
        "Red Cross",
        "Star Health",
        "Lakeside Clinic",
        "District Hospital",
        "Mercy Hospital",
        "CVS",
        "Rotary Club",
        "Narmada Hospital"
    };

    private final Random random;
    private final boolean training;
    private final List<String> templates;
    private final List<String> first;
    private final List<String> last;
    private final List<String> indianFirst;
    private final List<String> indianLast;
    private final List<String> places;
    private final List<String> hindi;
    private final List<String> hindiPlaces;

    public Sentences(long seed, String templateFile) {
        random = new Random(seed);
        training = templateFile.equals(TRAINING);
        templates = lines(templateFile).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        first = mine(lines("first.txt"));
        last = mine(lines("last.txt"));
        var indian = lines("indian.txt");
        indianFirst = mine(List.of(indian.get(0).split(" ")));
        indianLast = mine(List.of(indian.get(1).split(" ")));
        var all = mine(lines("places.txt"));
        places = all.stream().filter(place -> place.charAt(0) < 0x900).toList();
        hindiPlaces = all.stream().filter(place -> place.charAt(0) >= 0x900).toList();
        hindi = mine(lines("hindi.txt"));
    }

    public List<Post> posts(int count) {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < count; i++) posts.add(post("made-" + i, templates.get(random.nextInt(templates.size()))));
        return posts;
    }

    private Post post(String id, String template) {
        String language = "";
        String rest = template;
        if (!training) {
            language = template.substring(0, template.indexOf('|')).strip();
            rest = template.substring(template.indexOf('|') + 1).strip();
        }
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        boolean quiet = random.nextInt(8) == 0;
        int at = 0;
        while (at < rest.length()) {
            int open = rest.indexOf('{', at);
            if (open < 0) {
                text.append(rest, at, rest.length());
                break;
            }
            text.append(rest, at, open);
            int close = rest.indexOf('}', open);
            String slot = rest.substring(open + 1, close);
            int start = text.length();
            String filled = fill(slot);
            text.append(quiet && slot.length() == 1 ? filled.toLowerCase(Locale.ROOT) : filled);
            spans.add(new Span(start, text.length(), label(slot), slot));
            at = close + 1;
        }
        String made = text.toString();
        if (training && random.nextInt(15) == 0)
            made = made.toUpperCase(Locale.ROOT).length() == made.length() ? made.toUpperCase(Locale.ROOT) : made;
        return new Post(id, made, spans, language + ":" + template);
    }

    private String fill(String slot) {
        return switch (slot) {
            case "N" -> person();
            case "F" -> random.nextInt(3) == 0 ? title(one(first)) : title(one(indianFirst));
            case "H" -> one(hindi) + (random.nextInt(3) > 0 ? " " + one(hindi) : "");
            case "L" -> title(one(places));
            case "K" -> one(hindiPlaces);
            case "O" -> ORGANISATIONS[random.nextInt(ORGANISATIONS.length)];
            case "PHONE" -> phone();
            case "DATE" -> date();
            case "EMAIL" -> one(indianFirst).toLowerCase(Locale.ROOT) + random.nextInt(100) + "@example.org";
            case "AGE" -> String.valueOf(90 + random.nextInt(14));
            case "MRN" -> String.valueOf(1_000_000 + random.nextInt(8_999_999));
            case "SSN" ->
                String.format(
                        Locale.ROOT,
                        "%03d-%02d-%04d",
                        100 + random.nextInt(500),
                        1 + random.nextInt(98),
                        1 + random.nextInt(9998));
            case "POL" -> "STR/" + (100_000 + random.nextInt(900_000));
            case "UHID" ->
                random.nextBoolean()
                        ? "NH" + (1_000_000 + random.nextInt(8_999_999))
                        : "AB/24/" + (10_000 + random.nextInt(89_999));
            case "AADHAAR" -> aadhaar();
            default -> throw new IllegalArgumentException("No slot is called " + slot);
        };
    }

    private static String label(String slot) {
        return switch (slot) {
            case "N", "F", "H" -> "PERSON";
            case "L", "K" -> "LOCATION";
            case "O" -> "ORG";
            case "PHONE", "DATE", "EMAIL", "AGE", "SSN" -> slot;
            default -> "ID";
        };
    }

    private String person() {
        boolean indian = random.nextInt(3) > 0;
        // Half of the names people carry are on no list: some are made up of syllables.
        String given = training && random.nextInt(4) == 0 ? invented() : title(one(indian ? indianFirst : first));
        return switch (random.nextInt(8)) {
            case 0, 1 -> given;
            case 2 -> given + " " + (char) ('A' + random.nextInt(26)) + ". " + title(one(indian ? indianLast : last));
            default -> given + " " + title(one(indian ? indianLast : last));
        };
    }

    private String invented() {
        String[] heads = {
            "Ka", "Ma", "Sa", "Vi", "Ra", "De", "Pra", "Su", "Ni", "Ta", "Ja", "Le", "Ro", "Be", "Yo", "Shri", "Ana",
            "U", "Mo", "Gi"
        };
        String[] middles = {"ni", "ra", "sh", "la", "vi", "ma", "ri", "sho", "du", "ka", "ne", "th"};
        String[] tails = {"n", "sh", "ya", "ti", "li", "m", "ka", "ta", "v", "han", "ri", "na", "s", "el", "dev"};
        var name =
                new StringBuilder(heads[random.nextInt(heads.length)]).append(middles[random.nextInt(middles.length)]);
        if (random.nextBoolean()) name.append(middles[random.nextInt(middles.length)]);
        return name.append(tails[random.nextInt(tails.length)]).toString();
    }

    private String phone() {
        int head = 60_000 + random.nextInt(39_999);
        int tail = 10_000 + random.nextInt(89_999);
        return switch (random.nextInt(4)) {
            case 0 -> "+91 " + head + " " + tail;
            case 1 -> head + " " + tail;
            case 2 -> "0" + head + tail;
            default -> head + "" + tail;
        };
    }

    private String date() {
        int day = 1 + random.nextInt(28);
        int month = random.nextInt(12);
        int year = 2019 + random.nextInt(7);
        return switch (random.nextInt(5)) {
            case 0 -> day + "/" + (month + 1) + "/" + year;
            case 1 -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month + 1, day);
            case 2 -> day + " " + MONTHS[month] + " " + year;
            case 3 -> day + " " + HINDI_MONTHS[month] + " " + year;
            default -> MONTHS[month] + " " + day + ", " + year;
        };
    }

    private String aadhaar() {
        String plain = String.valueOf(200_000_000_000L + (long) (random.nextDouble() * 799_999_999_999L));
        return plain.substring(0, 4) + " " + plain.substring(4, 8) + " " + plain.substring(8);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String title(String name) {
        var titled = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            titled.append(start ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            start = name.charAt(i) == ' ' || name.charAt(i) == '-';
        }
        return titled.toString();
    }

    // Names that the training may use are never in the held-out sentences.
    private List<String> mine(List<String> words) {
        return words.stream()
                .filter(word ->
                        (Math.floorMod(word.toLowerCase(Locale.ROOT).hashCode(), 10) < TENTHS_FOR_TRAINING) == training)
                .toList();
    }

    private static List<String> lines(String name) {
        try (var in = Sentences.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The list " + name + " cannot be read", broken);
        }
    }
}
