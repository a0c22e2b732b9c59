package org.hearten.guard.identifiers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.hearten.guard.text.Tokens;
import org.hearten.guard.text.WordTable;

/**
 * The words around an identifier. A date beside "admitted" is private, a date beside "camp" is an invitation.
 * All words are folded and in lower case.
 */
final class Cues {
    static final Set<String> KINSHIP = words("""
            mother father mom mum mummy mama papa dad daddy wife husband son daughter brother sister uncle aunt auntie
            aunty grandmother grandfather grandma grandpa granddaughter grandson nephew niece cousin mother-in-law baby
            child kid neighbour neighbor friend fiance fiancee twins maa amma appa bhai bhaiya behen behan bahan didi
            beta beti bacha bachcha bachche biwi patni pati pita pitaji mata mataji dada dadi nana nani chacha chachi
            mami mausi bua saas sasur bahu damad jija bhabhi devar nanad pota poti dost padosi
            मां माता माताजी पिता पिताजी पापा मम्मी पत्नी पति बेटा बेटे बेटी भाई बहन दादा दादी नाना नानी चाचा चाची मामा मामी
            मौसी बुआ सास ससुर बहू दामाद भाभी देवर पोता पोती बच्चा बच्चे बच्ची दोस्त पड़ोसी पडोसी भैया दीदी
            """);
    static final Set<String> CARE = words("""
            patient patients admitted admission discharged discharge hospitalised hospitalized diagnosed diagnosis
            surgery operated operation transplant delivery delivered chemo chemotherapy dialysis biopsy mri ct scan xray
            x-ray ultrasound labs lab test tested report reports appointment visit visited treated treatment bed ward icu
            dob born birth died death passed checkup check-up follow-up followup consultation prescription stent bypass
            therapy session vaccinated positive negative symptoms stroke fracture refund bill billed claim records
            record mrn uhid came missed cancelled canceled skipped left seen attendant casualty
            bharti bharati admit hua hui huye hue gaye aaye aayi aaya ilaj ilaaj operation dikhaya dikhane report janam
            janm mareez mariz marij chhutti bhurti
            मरीज मरीज़ रोगी भर्ती डिस्चार्ज ऑपरेशन सर्जरी इलाज जांच जाँच रिपोर्ट जन्म जन्मतिथि मृत्यु निधन छुट्टी आए आई आया
            हुआ हुई हुए दिखाया प्रसव डिलीवरी बिस्तर वार्ड
            """);
    static final Set<String> OWN = words("""
            i my me mine he she his her him hers meri mera mere mujhe maine main hum hamara hamari unka unki unke uska
            uski uske inka inki aap aapka aapki aapke aapko tumhara मेरा मेरी मेरे मुझे मैंने उनका उनकी उनके उसका उसकी उसके
            आप आपका आपकी आपके आपको हमारी your you
            """);
    static final Set<String> EVENTS = words("""
            camp camps opens opening open join register registration webinar seminar workshop event events drive session
            sessions celebrate celebrates celebration inauguration inaugurated launch launches deadline week month
            festival holiday tour tours invite invited walk run marathon live talk fair meeting conference launching
            awareness observed observe observance since founded established schedule timings shivir shibir karyakram
            abhiyan avkash divas utsav शिविर कार्यक्रम अभियान दिवस अवकाश उद्घाटन सप्ताह पंजीकरण आयोजन आमंत्रित
            study published updated version guideline guidelines effective policy
            """);

    private static final int PERSON = 1;
    private static final int EVENT = 2;
    private static final int OWNER = 4;
    private static final int KIN = 8;

    private static final WordTable TABLE = new WordTable();

    static {
        KINSHIP.forEach(word -> TABLE.add(word, KIN | PERSON));
        CARE.forEach(word -> TABLE.add(word, PERSON));
        OWN.forEach(word -> TABLE.add(word, OWNER));
        EVENTS.forEach(word -> TABLE.add(word, EVENT));
    }

    private final Tokens tokens;
    private final byte[] kinds;

    Cues(Tokens tokens) {
        this.tokens = tokens;
        kinds = new byte[tokens.count()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = (byte) TABLE.of(tokens.hash(i));
        }
    }

    /** A word of care or family stands within so many words. */
    boolean care(int start, int end, int words) {
        return near(start, end, words, PERSON);
    }

    boolean kin(int start, int end, int words) {
        return near(start, end, words, KIN);
    }

    /** A word that says whose: my, her, aapka. */
    boolean owner(int start, int end, int words) {
        return near(start, end, words, OWNER);
    }

    /** A word of invitations and announcements stands within so many words. */
    boolean event(int start, int end, int words) {
        return near(start, end, words, EVENT);
    }

    private boolean near(int start, int end, int words, int kind) {
        int first = tokens.at(start);
        int last = tokens.at(end);
        for (int i = Math.max(0, first - words); i < Math.min(kinds.length, last + words); i++) {
            if ((i < first || i >= last) && (kinds[i] & kind) != 0) return true;
        }
        return false;
    }

    static Set<String> words(String list) {
        var folded = new HashSet<String>();
        Arrays.stream(list.strip().split("\\s+")).forEach(word -> folded.add(Fold.word(word)));
        return Set.copyOf(folded);
    }
}
