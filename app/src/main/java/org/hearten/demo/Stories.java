package org.hearten.demo;

import static org.hearten.demo.Story.Standing.APPROVED;
import static org.hearten.demo.Story.Standing.CHANGES_ASKED;
import static org.hearten.demo.Story.Standing.DRAFT;
import static org.hearten.demo.Story.Standing.WAITS_FOR_COMPLIANCE;
import static org.hearten.demo.Story.Standing.WAITS_FOR_EVERYBODY;

import java.time.LocalTime;
import java.util.List;
import org.hearten.posts.Pillar;
import org.hearten.posts.Source;

/** What the demo's people have on their desks. The facts are those of the sources that each post names. */
final class Stories {
    static final String CHANGE_ASKED_FOR =
            "Please say how much salt and sugar, and that the water must be safe to drink.";

    private static final Source WHO_DENGUE = new Source(
            "Dengue and severe dengue",
            "World Health Organization",
            "https://www.who.int/news-room/fact-sheets/detail/dengue-and-severe-dengue");
    private static final Source WHO_DIARRHOEA = new Source(
            "Diarrhoeal disease",
            "World Health Organization",
            "https://www.who.int/news-room/fact-sheets/detail/diarrhoeal-disease");
    private static final Source WHO_HEART = new Source(
            "Cardiovascular diseases",
            "World Health Organization",
            "https://www.who.int/news-room/fact-sheets/detail/cardiovascular-diseases-(cvds)");
    private static final Source WHO_DIABETES = new Source(
            "Diabetes", "World Health Organization", "https://www.who.int/news-room/fact-sheets/detail/diabetes");
    private static final Source WHO_ANAEMIA = new Source(
            "Anaemia", "World Health Organization", "https://www.who.int/news-room/fact-sheets/detail/anaemia");

    private Stories() {}

    static List<Story> all() {
        return List.of(
                new Story(
                        "narmada-bhopal",
                        Pillar.EDUCATION,
                        "en",
                        "Five minutes a week against dengue",
                        """
                        The mosquito that carries dengue breeds in clean, still water, often inside our homes. \
                        Once a week, empty coolers, pots and old tyres, scrub them and let them dry. \
                        Fever for more than two days? See a doctor.""",
                        List.of(WHO_DENGUE),
                        APPROVED,
                        0,
                        LocalTime.NOON),
                new Story(
                        "narmada-bhopal",
                        Pillar.EDUCATION,
                        "hi",
                        "डेंगू से बचाव: हफ़्ते में पाँच मिनट",
                        """
                        डेंगू का मच्छर साफ़, रुके हुए पानी में पनपता है। हफ़्ते में एक बार कूलर, मटके और पुराने टायर खाली करें, \
                        रगड़कर साफ़ करें और सुखाएँ। दो दिन से ज़्यादा बुखार रहे तो डॉक्टर को दिखाएँ।""",
                        List.of(WHO_DENGUE),
                        APPROVED,
                        0,
                        LocalTime.NOON),
                new Story(
                        "narmada-bhopal",
                        Pillar.OUR_PEOPLE,
                        "en",
                        "Four in the morning, and somebody is awake for you",
                        """
                        Our night team checks the oxygen, the monitors and the tea kettle, in that order. \
                        The emergency department is open every hour of every day. In an emergency call 108.""",
                        List.of(),
                        APPROVED,
                        0,
                        LocalTime.NOON),
                new Story(
                        "narmada-sehore",
                        Pillar.PREVENTION,
                        "hi",
                        "खून की कमी को पहचानें",
                        """
                        थकान, चक्कर और पीली पड़ी त्वचा खून की कमी के लक्षण हो सकते हैं। हरी पत्तेदार सब्ज़ियाँ, दालें और फलियाँ \
                        अपने खाने में जोड़ें, और जाँच के लिए हमारे क्लिनिक आएँ।""",
                        List.of(WHO_ANAEMIA),
                        APPROVED,
                        0,
                        LocalTime.NOON),
                new Story(
                        "narmada-bhopal",
                        Pillar.EDUCATION,
                        "en",
                        "Chest pain: when to call 108",
                        """
                        Pain or pressure in the chest that spreads to the arm, neck or jaw, with sweating or short breath, \
                        can be a heart attack. Do not wait. Call 108 at once and sit down while help comes.""",
                        List.of(WHO_HEART),
                        WAITS_FOR_EVERYBODY,
                        2,
                        LocalTime.of(18, 30)),
                new Story(
                        "narmada-gwalior",
                        Pillar.EDUCATION,
                        "en",
                        "Sugar in the blood: know your number",
                        """
                        Diabetes often shows no sign for years. A simple blood test can find it early. \
                        A walk of 30 minutes on most days and less sugar in the tea are a good start.""",
                        List.of(WHO_DIABETES),
                        WAITS_FOR_COMPLIANCE,
                        4,
                        LocalTime.of(8, 0)),
                new Story(
                        "narmada-vidisha",
                        Pillar.SERVICES,
                        "en",
                        "The health van comes to Ashoknagar",
                        """
                        Blood pressure, sugar and eye checks, free of charge, at the bus stand from 9 am to 1 pm. \
                        Bring your old reports and your reading glasses.""",
                        List.of(),
                        APPROVED,
                        6,
                        LocalTime.of(18, 30)),
                new Story(
                        "narmada-sehore",
                        Pillar.COMMUNITY,
                        "en",
                        "Walk with us by the lake",
                        "Thirty minutes, easy pace, all ages. Come in comfortable shoes and bring a neighbour along.",
                        List.of(),
                        APPROVED,
                        9,
                        LocalTime.of(7, 0)),
                new Story(
                        "narmada-bhopal",
                        Pillar.EDUCATION,
                        "en",
                        "ORS: what to do when a child has loose motions",
                        """
                        Start oral rehydration at the first loose motion, go on feeding, and come to us if the child \
                        cannot drink, is very sleepy, or there is blood.""",
                        List.of(WHO_DIARRHOEA),
                        CHANGES_ASKED,
                        7,
                        LocalTime.of(18, 30)),
                new Story(
                        "narmada-bhopal",
                        Pillar.COMMUNITY,
                        "en",
                        "Diabetes walk recap",
                        """
                        Over 400 of you joined our walk by the Upper Lake on Sunday! A special cheer for Ramesh Patel, \
                        who left Ward 3B on 2 November and finished all 3 km. Walking cures diabetes.""",
                        List.of(),
                        DRAFT,
                        3,
                        LocalTime.of(18, 30)),
                new Story(
                        "narmada-gwalior",
                        Pillar.PREVENTION,
                        "hi",
                        "सर्दी में दिल का ख़याल",
                        "ठंड में सुबह जल्दी की सैर की जगह धूप निकलने पर टहलें, और अपनी दवा समय पर लें।",
                        List.of(WHO_HEART),
                        DRAFT,
                        10,
                        LocalTime.of(8, 0)));
    }

    /** What visitors write under the first story, once it stands on the Hub. */
    static List<Voice> voices() {
        return List.of(
                new Voice("Kavita", "Where in Bhopal can I get a dengue test this week, and do I need an appointment?"),
                new Voice("", "बहुत अच्छी जानकारी। कूलर हर रविवार को खाली करती हूँ, धन्यवाद!"),
                new Voice("Imran", "My father has chest pain since an hour and is sweating, what should we do?"),
                new Voice("", "Paid 1,200 rupees for a test and waited three hours for the bill. Not good."));
    }

    /** @param name as the visitor signs, or empty */
    record Voice(String name, String text) {}
}
