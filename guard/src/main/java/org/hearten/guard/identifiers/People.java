package org.hearten.guard.identifiers;

import java.util.Set;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.names.NameTagger;
import org.hearten.guard.names.NameTagger.Kind;
import org.hearten.guard.text.Finder;

/**
 * Names of people. 45 CFR 164.514(b)(2)(i)(A). A trained tagger proposes; titles, kinship, greetings and signatures
 * prove; eponyms of diseases and the facility's own staff are let go.
 */
final class People extends Recogniser {
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'-]+";
    private static final String NAMES = NAME + "(?: " + NAME + "){0,2}";
    private static final String DEVANAGARI = "[\\u0900-\\u0963\\u0971-\\u097F]{2,}";
    private static final Finder TITLED =
            exact("\\b(?i:mr|mrs|ms|miss|shri|sri|smt|shrimati|shreemati|kumari|mstr|master)\\b\\.? (" + NAMES + ")");
    private static final Finder TITLED_HINDI = exact("(?<![\\p{L}\\p{M}])(?:श्रीमती|श्री|सुश्री|कुमारी|स्व\\.?) ("
            + DEVANAGARI + "(?: (?!जी(?![\\p{L}\\p{M}]))" + DEVANAGARI + "){0,1})");
    private static final Finder JI = exact("(?<![\\p{L}\\p{M}'-])(" + NAMES + ")[ -]?(?i:ji)(?![\\p{L}\\p{M}])");
    private static final Finder JI_HINDI =
            exact("(?<![\\p{L}\\p{M}])(" + DEVANAGARI + "(?: " + DEVANAGARI + ")?) जी(?![\\p{L}\\p{M}])");
    private static final Finder LABELLED = any(
            "(?:(?<![\\p{L}\\p{M}])(?:patient(?:'s)? name|pt\\.? name|name of (?:the )?patient|(?:my|your|her|his|first|last|full|nick|partner's|wife's|husband's)(?: first| last| full)? name|mera naam|मेरा नाम|मरीज का नाम|नाम|mareez ka naam))(?: ?[:=?-] {0,4}| is:? | hai | है | )((?-i:"
                    + NAMES + ")|" + DEVANAGARI + "(?: " + DEVANAGARI + ")?)");
    private static final Finder CALLED = any(
            "(?<![\\p{L}\\p{M}])(?:my name is|my name's|mera naam|calls? me|name on the account\\??(?: user:)?|(?:it'?s|booked|registered) under(?: my \\p{L}{3,12}'s)?(?: the)?(?: name)?) (\\p{L}[\\p{L}\\p{M}'-]{2,24}(?: \\p{L}[\\p{L}\\p{M}'-]{2,24})?)");
    private static final Finder AFTER_KIN = exact(
            "(?<![\\p{L}\\p{M}])(?i:(?:my|our|his|her|meri|mera|mere|hamare|hamari|unki|unke|patient) )(?:(?i:late|elder|younger|old|dear) )?(?i:(?:(?<=atient )|(?:mother|father|mom|mum|mummy|papa|dad|wife|husband|son|daughter|brother|sister|uncle|aunt|aunty|grandmother|grandfather|grandma|grandpa|nephew|niece|cousin|friend|baby|maa|bhai|behen|didi|beta|beti|biwi|patni|pati|pita|mata|dada|dadi|nana|nani|chacha|chachi|mama|mami|mausi|bua|neighbou?r|colleague) ))("
                    + NAMES + ")");
    private static final Finder AFTER_KIN_HINDI = exact(
            "(?<![\\p{L}\\p{M}])(?:मेरे|मेरी|मेरा|हमारे|हमारी|उनके|उनकी) (?:मां|माता|माताजी|पिता|पिताजी|पापा|मम्मी|पत्नी|पति|बेटे|बेटी|बेटा|भाई|बहन|दादा|दादी|नाना|नानी|चाचा|चाची|मामा|मामी|मौसी|बुआ|दोस्त) ("
                    + DEVANAGARI + "(?: " + DEVANAGARI + ")?)");
    private static final Finder SIGNED =
            exact("(?:[-~] ?|(?i:regards|thanks|sincerely|yours),? ?\\n? ?)(" + NAMES + ")\\s*$");
    private static final Finder SIGNED_LOWER = exact("[?!.] -{1,2} ?(\\p{Ll}{3,}(?: \\p{Ll}{3,}){1,2})\\s*$");
    private static final Finder EPONYM = any(
            "^(?:'s?|s)? ?(?:disease|syndrome|lymphoma|palsy|test|score|sign|tremor|sarcoma|tumou?r|ulcer|contracture|chorea|thyroiditis|support group|classification|virus|barr|reflex|manoeuvre|maneuver|scale|index|procedure|stain|law|law|awareness|day|week|jayanti|hospital|clinic|foundation|college|nagar|marg|road|street|ward|medal|award|prize)\\b|^'s?,? (?:and|,|explained)|^'s$");
    private static final Set<String> EPONYMS = Cues.words(
            "parkinson parkinson's alzheimer alzheimer's hodgkin hodgkins crohn crohn's down's bell's huntington kaposi wilson's cushing graves addison addison's hashimoto raynaud tourette asperger marfan turner klinefelter ebola zika apgar glasgow doppler pap heimlich lyme meniere sjogren barrett paget kawasaki guillain barre burkitt wilms ewing baker's colles dupuytren epstein mantoux widal coombs rorschach snellen foley braille pasteur lister nightingale hippocrates");
    private static final Set<String> NEVER = Cues.words(
            "mr mrs ms miss shri sri smt shrimati kumari iban gaye gaya gayi gaaye le hain tha thi the hun hoon kiya diya liya aaye aaya wale wali wala se ka ki ke ko ne me mein par hai umar umra naam jude bill billing claim report card pan aadhaar uhid mrn ssn abha desk policy main bhaiya aadhar voter passport member login nani mri ct pin code help line phone email instagram facebook whatsapp google diwali holi eid christmas ramzan ramadan navratri dussehra rakhi onam pongal lohri baisakhi easter hanukkah ganesh-chaturthi karva janmashtami mahashivratri doctor dr nurse sister staff team hospital patient patients madam sir maam thanks thank please hello hi dear covid corona dengue malaria paracetamol crocin dolo aspirin insulin metformin opd icu ipd emergency god bhagwan allah jesus ram rama sita krishna durga ganesha lakshmi ma'am everyone all yoga ayurveda ayushman bharat india hindi english monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");
    private static final Set<String> NOT_HINDI_NAMES = Cues.words(
            "को का की के ने से में पर है हैं था थी थे और या जी यह वह आज कल अब नहीं मत बहुत अस्पताल डॉक्टर नर्स मरीज रोगी भर्ती ऑपरेशन इलाज जांच रिपोर्ट हमारे मेरे मेरी मेरा आप हम वे वाले वाली दोनों सभी बच्चे बच्चों माता पिता मां भाई बहन बेटा बेटी पत्नी पति डॉ गए गई आई आए हुए हुई कृपया धन्यवाद नमस्ते सर मैडम भगवान क्या क्यों कब कैसे लिए तक भी ही तो पास साथ बाद पहले अच्छा अच्छी बीमार तबीयत उम्र नंबर नाम आयु");
    private static final double LEAST = 0.15; // a missed patient costs more than a question to the author
    private static final double LEAST_IN_LOWER_CASE = 0.17;
    private static final double LEAST_AS_HASHTAG = 0.3;
    private static final double NEAR_CARE = 0.7;

    private final NameTagger tagger = new NameTagger();

    People() {
        super(
                "id.person",
                Label.PERSON,
                Severity.BLOCK,
                new Words(
                        "This looks like the name of a person who may be a patient.",
                        "यह किसी व्यक्ति का नाम लगता है, जो मरीज हो सकता है।"),
                new Words("a patient", "एक मरीज"),
                new Words(
                        "Take the name out. Staff can be named once they are on the facility's list.",
                        "नाम हटा दें। संस्थान की सूची में आने पर कर्मचारी का नाम लिखा जा सकता है।"));
    }

    @Override
    void find(Search search) {
        search.names = tagger.names(search.text, search.tokens);
        for (var name : search.names) {
            if (name.kind() == Kind.PERSON) {
                int start = search.tokens.start(name.firstToken());
                int end = search.tokens.end(name.lastToken());
                char sign = start > 0 ? search.text.text().charAt(start - 1) : ' ';
                boolean campaign = sign == '#' && name.chance() < LEAST_AS_HASHTAG;
                double confidence = confidence(search, name, start, end);
                if (sign != '@' && !campaign && confidence > 0) add(search, start, end, confidence);
            }
        }
        proved(search, TITLED, 0.92);
        proved(search, LABELLED, 0.9);
        search.everywhere(CALLED, hit -> called(search, hit.start(1), hit.end(1)));
        proved(search, AFTER_KIN, 0.86);
        search.before("ji", JI, hit -> add(search, hit.start(1), hit.end(1), 0.85));
        search.before(" जी", JI_HINDI, hit -> add(search, hit.start(1), hit.end(1), 0.85));
        search.atTheEnd(SIGNED, hit -> add(search, hit.start(1), hit.end(1), 0.8));
        search.atTheEnd(SIGNED_LOWER, hit -> add(search, hit.start(1), hit.end(1), 0.7));
        if (search.hasDevanagari()) {
            proved(search, TITLED_HINDI, 0.9);
            proved(search, AFTER_KIN_HINDI, 0.85);
        }
        watched(search);
    }

    private static double confidence(Search search, NameTagger.Name name, int start, int end) {
        boolean near = search.cues.care(start, end, 6) || search.cues.kin(start, end, 4);
        double least = Character.isLowerCase(search.text.text().charAt(start)) ? LEAST_IN_LOWER_CASE : LEAST;
        if (near) least *= NEAR_CARE;
        return name.chance() < least ? 0 : 0.6 + name.chance() * 0.37;
    }

    private void proved(Search search, Finder pattern, double confidence) {
        search.everywhere(pattern, hit -> add(search, hit.start(1), hit.end(1), confidence));
    }

    // "My name is asha rao and": as far as no ordinary word comes.
    private void called(Search search, int start, int end) {
        int first = search.tokens.at(start);
        int known = start;
        for (int i = first; i < search.tokens.count() && search.tokens.end(i) <= end; i++) {
            if (NameTagger.isPlainWord(search.tokens.hash(i))) break;
            known = search.tokens.end(i);
        }
        if (known > start) add(search, start, known, 0.8);
    }

    // A name already known in this conversation is found however it is written.
    private void watched(Search search) {
        if (search.context.names().isEmpty()) return;
        for (int i = 0; i < search.tokens.count(); i++) {
            if (search.facts.isWatched(search.tokens.lower(i))) {
                search.add(this, search.tokens.start(i), search.tokens.end(i), 0.75);
            }
        }
    }

    private void add(Search search, int start, int end, double confidence) {
        String lower = search.text.lower();
        int line = lower.indexOf('\n', start);
        if (line >= 0 && line < end) end = line;
        // Words that are never part of a name are trimmed off both ends.
        while (start < end) {
            int space = lower.indexOf(' ', start);
            String first = lower.substring(start, space > 0 && space < end ? space : end);
            if (!isNever(first)) break;
            start = space > 0 && space < end ? space + 1 : end;
        }
        while (start < end) {
            int space = lower.lastIndexOf(' ', end - 1);
            String last = lower.substring(Math.max(start, space + 1), end);
            if (!isNever(last)) break;
            end = space > start ? space : start;
        }
        if (end - start < 2) return;
        String name = lower.substring(start, end);
        if (name.chars().anyMatch(Character::isDigit) || name.chars().noneMatch(Character::isLetter)) return;
        String after = search.text.after(end, 16);
        String lastWord = name.substring(name.lastIndexOf(' ') + 1);
        if (EPONYMS.contains(name)
                || EPONYMS.contains(lastWord) && EPONYM.matcher(after).find()) return;
        if (EPONYM.matcher(after).find() && !after.startsWith("'s")) return;
        search.add(this, start, end, confidence);
    }

    private static boolean isNever(String word) {
        return NEVER.contains(word) || Cues.KINSHIP.contains(word) || NOT_HINDI_NAMES.contains(word);
    }
}
