package org.hearten.guard;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Throws made-up texts at the guard: no exception, every offset inside the text and in order, and the same findings for a
 * text and its NFC form. {@code bench/guard/fuzz [inputs] [seed]} runs it for long; the seed is printed.
 */
public final class Fuzz {
    private static final List<String> PIECES = List.of(
            "Mrs Asha Rao",
            "my father ",
            "Ramesh ji ",
            "श्री रमेश वर्मा जी ",
            "मेरी माँ सुनीता ",
            "admitted on ",
            "12/03/2024",
            "12 March 2024",
            "१२ मार्च २०२४",
            "94 years old",
            "aged ninety-three",
            "a 93 y-o",
            "2345 6789 0124",
            "२३४५ ६७८९ ०१२४",
            "ABCPE1234F",
            "12-3456-7890-1234",
            "UHID: NHB/24/00123",
            "MRN 00482133",
            "123-45-6789",
            "+91 98260-12345",
            "९८२६०१२३४५",
            "(505) 555-0142",
            "asha@example.org",
            "asha dot k at gmail dot com",
            "203.0.113.7",
            "2001:db8::1",
            "http://x.y/z?q=1",
            "www.a.com/",
            "@asha_rao",
            "#JusticeForAsha",
            "MP 04 CZ 1234",
            "IFSC SBIN0001234",
            "GB82WEST12345698765432",
            "bed no. 14",
            "ward 3B",
            "12 Mill Road, Apt. 5\nSpringfield, IL 62701",
            "PIN 462001",
            "PSC 123, Box 45\nAPO AE 09012",
            "We are sorry about your MRI",
            "हम आपकी रिपोर्ट",
            "aapki report kal mil jayegi ",
            "our records show",
            "you were never our patient",
            "cures diabetes in 30 days",
            "100% गारंटी",
            "I want to die",
            "chest pain",
            "from Vidisha",
            "se bol raha hun",
            "Parkinson's disease",
            "Dr Anand Tiwari",
            ". ",
            "! ",
            "? ",
            ", ",
            "\n",
            "\n\n",
            "। ",
            " - ",
            ": ",
            "(",
            ")",
            "\"",
            "'s ",
            "…",
            "\u200D",
            "\u200B",
            "\u2060",
            "\uFEFF",
            "\u00AD",
            "\u0301",
            "\u093C",
            "\u0901",
            "\u094D",
            "e\u0301",
            "क\u093C",
            "\u0958",
            "\uD83D\uDE00",
            "\uD83D\uDC69\u200D\u2695\uFE0F",
            "\uD83D",
            "\uDE00",
            "\uD835\uDC00\uD835\uDC01",
            "ａｂｃ",
            "①②③",
            "ﬁ",
            "Ａadhaar",
            "раtient",
            "\u202E",
            "\u0000",
            "\u0007",
            "\uFFFF",
            "ß",
            "İ",
            "ı",
            "ſ",
            "Å",
            "\u212B",
            "\u1100\u1161",
            "가",
            "漢字",
            "عربي",
            "٠١٢٣٤٥٦٧٨٩",
            "１２３",
            "—",
            "’");
    private static final Context[] CONTEXTS = {
        Context.of(Jurisdiction.IN, "post", LocalDate.of(2026, 11, 24)),
        Context.of(Jurisdiction.US, "reply", LocalDate.of(2026, 11, 24)),
        Context.of(Jurisdiction.IN, "reply", LocalDate.of(2026, 11, 24)).strictly()
    };

    private final Guard guard = Guard.withPacks();
    private final Random random;
    private long composed;

    Fuzz(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] arguments) {
        long inputs = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        var fuzz = new Fuzz(seed);
        for (long done = 1; done <= inputs; done++) {
            fuzz.one();
            if (done % 1_000_000 == 0) System.out.println(done + " inputs");
        }
        System.out.println(inputs + " inputs held, " + fuzz.composed + " of them not in NFC; seed " + seed);
    }

    void one() {
        String text = text();
        var context = CONTEXTS[random.nextInt(CONTEXTS.length)];
        try {
            var found = look(text, context);
            String composedText = Normalizer.normalize(text, Normalizer.Form.NFC);
            if (!composedText.equals(text)) {
                composed++;
                var same = look(composedText, context);
                if (!found.equals(same)) throw new AssertionError("In NFC: " + same + ", as written: " + found);
            }
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError("The guard failed on: " + escaped(text), failed);
        }
    }

    /** What is found, each as its rule and the letters and digits that stand there. */
    private List<String> look(String text, Context context) {
        var all = guard.checkEverything("My MRI was late", text, random.nextBoolean() ? "en" : "hi", context);
        var found = new ArrayList<String>();
        int last = 0;
        for (var finding : all.reply().findings()) {
            boolean valid =
                    finding.start() >= last && finding.end() > finding.start() && finding.end() <= text.length();
            if (!valid) throw new AssertionError("Offsets " + finding.start() + " to " + finding.end());
            last = finding.start();
            found.add(finding.rule() + " " + letters(text.substring(finding.start(), finding.end())));
        }
        for (var word : all.readability().hardWords()) inside(text, word.start(), word.end());
        for (var passive : all.readability().passives()) inside(text, passive.start(), passive.end());
        if (random.nextInt(8) == 0) guard.triage(text);
        if (random.nextInt(8) == 0) guard.mask(text, context);
        return found;
    }

    // NFC may carry a loose accent to the other side of a span's edge; the letters stay.
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static void inside(String text, int start, int end) {
        if (start < 0 || end <= start || end > text.length())
            throw new AssertionError("Offsets " + start + " to " + end);
    }

    private String text() {
        var text = new StringBuilder();
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) > 0) text.append(' ');
        }
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && !text.isEmpty(); i++) change(text);
        return text.toString();
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, (char) random.nextInt(0x3000));
            case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 3 -> text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
            case 4 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(9))));
        }
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= ' ' && c < 0x7F) escaped.append(c);
            else escaped.append(String.format("\\u%04X", (int) c));
        }
        return escaped.toString();
    }
}
