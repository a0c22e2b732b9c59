package org.hearten.guard.reply;

import static org.hearten.guard.reply.Lexicon.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hearten.guard.Finding;
import org.hearten.guard.Label;
import org.hearten.guard.ReplyReport;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.rules.Units;
import org.hearten.guard.text.Finder;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Spots;
import org.hearten.guard.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Judges a draft reply sentence by sentence. */
public final class ReplyGuard {
    private static final Words ALTERNATIVE = new Words(
            "Thank you for writing to us. We read every comment. Privacy rules stop us from discussing any person here."
                    + " Please call our patient relations desk at the number on our page, and someone will listen.",
            "लिखने के लिए धन्यवाद। हम हर टिप्पणी पढ़ते हैं। निजता के नियमों के कारण हम यहाँ किसी व्यक्ति के बारे में बात नहीं कर सकते।"
                    + " कृपया हमारे पेज पर दिए नंबर पर संपर्क करें, हमारी टीम आपकी बात सुनेगी।");
    private static final Words ALTERNATIVE_WARM = new Words(
            "Thank you for the kind words. They mean a lot to our whole team.",
            "आपके अच्छे शब्दों के लिए धन्यवाद। ये हमारी पूरी टीम के लिए बहुत मायने रखते हैं।");
    private static final Words ALTERNATIVE_BILLING = new Words(
            "Thank you for writing. We cannot discuss any person's account here. Anyone with a billing question can call"
                    + " our billing desk at the number on our page.",
            "लिखने के लिए धन्यवाद। हम यहाँ किसी के खाते पर बात नहीं कर सकते। बिल के सवाल के लिए कोई भी हमारे पेज पर दिए बिलिंग नंबर पर कॉल कर सकता है।");
    private static final Words SAFE_WHY = new Words(
            "No issue found by automated checks: nothing here points at one person's care.",
            "स्वचालित जाँच में कोई समस्या नहीं मिली: यहाँ किसी एक व्यक्ति के इलाज की बात नहीं है।");
    private static final Words ADVICE = new Words(
            "Say nothing that holds for one person only; offer the facility's own phone.",
            "ऐसा कुछ न लिखें जो केवल एक व्यक्ति पर लागू हो; संस्थान का फोन दें।");
    private static final Map<String, Words> WHY = Map.ofEntries(
            Map.entry(
                    "R1",
                    new Words(
                            "This confirms that the person was here.", "इससे पुष्टि होती है कि व्यक्ति यहाँ आया था।")),
            Map.entry("R2", new Words("This names or unmasks a person.", "इससे व्यक्ति का नाम या पहचान खुलती है।")),
            Map.entry("R3", new Words("This adds facts about a visit.", "इसमें मुलाकात के तथ्य जुड़ते हैं।")),
            Map.entry(
                    "R4",
                    new Words(
                            "This tells that the person missed or left an appointment.",
                            "इससे पता चलता है कि व्यक्ति नहीं आया या चला गया।")),
            Map.entry(
                    "R5", new Words("This tells a diagnosis or finding.", "इसमें रोग या जाँच का नतीजा बताया गया है।")),
            Map.entry(
                    "R6",
                    new Words(
                            "This tells about a person's treatment; a denial tells as much.",
                            "इसमें व्यक्ति के इलाज की बात है; इनकार भी उतना ही बताता है।")),
            Map.entry(
                    "R7",
                    new Words(
                            "This tells about a person's bill or insurance.",
                            "इसमें व्यक्ति के बिल या बीमा की बात है।")),
            Map.entry(
                    "R8",
                    new Words(
                            "Denying that someone is a patient is a disclosure too.",
                            "किसी के मरीज न होने की बात कहना भी खुलासा है।")),
            Map.entry("R9", new Words("This describes how a person behaved.", "इसमें व्यक्ति के व्यवहार की बात है।")),
            Map.entry("R10", new Words("This tells about a relative's care.", "इसमें रिश्तेदार के इलाज की बात है।")),
            Map.entry(
                    "R11",
                    new Words(
                            "This shows that somebody's record was looked up.",
                            "इससे पता चलता है कि किसी का रिकॉर्ड देखा गया।")),
            Map.entry(
                    "R12",
                    new Words(
                            "A warm word confirms care as surely as a cold one.",
                            "अच्छे शब्द भी इलाज की पुष्टि करते हैं।")),
            Map.entry(
                    "R13",
                    new Words(
                            "This asks for private details, or ties a person to them.",
                            "इसमें निजी जानकारी माँगी गई है या उससे व्यक्ति को जोड़ा गया है।")),
            Map.entry(
                    "R14",
                    new Words(
                            "This tells how a person's case ended.",
                            "इसमें बताया गया है कि व्यक्ति के मामले में क्या हुआ।")));
    private static final Map<String, String> CLASS_OF_RULE = Map.of(
            "US-REPLY-001",
            "R1",
            "IN-REPLY-001",
            "R1",
            "US-REPLY-002",
            "R11",
            "IN-REPLY-002",
            "R11",
            "US-REPLY-003",
            "R13",
            "IN-DPDP-003",
            "R13",
            "US-ADV-002",
            "R5",
            "IN-TELE-002",
            "R5",
            "US-PHI-005",
            "R3",
            "IN-PII-005",
            "R3");
    private static final Finder GREETED = Finder.exact(
            "(?:^|[.!?\\n] ?)(?i:hi|hello|dear|hey|namaste|thank you|thanks|sorry|respected|good morning|good evening|priya|नमस्ते|प्रिय|धन्यवाद)[ ,]+(?:(?i:mr|mrs|ms|miss|dr|shri|smt|श्री|श्रीमती)\\.? )?(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?|\\p{IsDevanagari}{3,} जी|\\{NAME\\})(?=[,.!:; -]|$)");
    private static final Finder UNMASKED = Finder.exact(
            "(?i)\\b(?:we|i) (?:can |could |do |already )?(?:guess|know|recogni[sz]e|remember|recall) (?:exactly |well )?(?:who|you\\b|your (?:case|visit|name|face))|under a (?:nickname|false name|fake name|different name|pseudonym)|your real name|whoever you are pretending|\\{NAME\\}|पहचान ग|पहचान लिया|pehchan ga|pehchan li");
    private static final java.util.Set<String> NOT_NAMES = java.util.Set.of(
            "all",
            "there",
            "everyone",
            "friend",
            "friends",
            "sir",
            "madam",
            "team",
            "for",
            "you",
            "patient",
            "patients",
            "guest",
            "neighbour",
            "reviewer",
            "customer",
            "valued",
            "community",
            "followers",
            "to",
            "we",
            "our",
            "that",
            "this",
            "about",
            "again",
            "and",
            "so",
            "very",
            "both",
            "folks",
            "readers",
            "user",
            "writer",
            "members");

    /** @param found what the identifiers and rules say about the draft */
    public ReplyReport judge(
            String incoming, FoldedText draft, Tokens tokens, List<Finding> found, Map<String, String> versions) {
        var risky = new ArrayList<Risk>();
        var sentences = Units.sentences(draft.text());
        for (int i = 0; i < sentences.count(); i++) {
            var risk = sentence(draft, tokens, sentences.start(i), sentences.end(i));
            if (risk != null) risky.add(risk);
        }
        named(draft, risky);
        echo(incoming, draft, tokens, sentences, risky);
        var findings = new ArrayList<>(found);
        for (var risk : risky) {
            findings.add(new Finding(
                    "reply." + risk.riskClass,
                    Label.REPLY,
                    Severity.BLOCK,
                    draft.originalStart(risk.start),
                    draft.originalEnd(risk.end),
                    risk.confidence,
                    why(risk.riskClass),
                    null,
                    ADVICE));
        }
        String first = null;
        double confidence = 0.9;
        for (var risk : risky) {
            if (first == null || rank(risk.riskClass) < rank(first)) {
                first = risk.riskClass;
                confidence = risk.confidence;
            }
        }
        if (first == null) {
            for (var finding : found) {
                String byRule = CLASS_OF_RULE.get(finding.rule());
                if (byRule == null && tellsWho(finding)) byRule = finding.label() == Label.DATE ? "R3" : "R2";
                if (byRule != null && (first == null || rank(byRule) < rank(first))) {
                    first = byRule;
                    confidence = finding.confidence();
                }
            }
        }
        findings.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::severity));
        if (first == null)
            return new ReplyReport(false, "SAFE", 0.9, SAFE_WHY, ALTERNATIVE, List.copyOf(findings), versions);
        var instead = first.equals("R12") ? ALTERNATIVE_WARM : first.equals("R7") ? ALTERNATIVE_BILLING : ALTERNATIVE;
        return new ReplyReport(true, first, confidence, why(first), instead, List.copyOf(findings), versions);
    }

    private static Words why(String riskClass) {
        return WHY.getOrDefault(riskClass, SAFE_WHY);
    }

    private static boolean tellsWho(Finding finding) {
        return switch (finding.label()) {
            case PERSON -> finding.confidence() >= 0.75;
            case DATE, AGE, SSN, ID, OTHER -> finding.confidence() >= 0.8;
            default -> false;
        };
    }

    private record Risk(String riskClass, int start, int end, double confidence) {}

    private static int rank(String riskClass) {
        return List.of("R8", "R14", "R11", "R4", "R9", "R10", "R13", "R7", "R12", "R5", "R6", "R3", "R1", "R2")
                .indexOf(riskClass);
    }

    private static void named(FoldedText draft, List<Risk> risky) {
        GREETED.each(draft.spots(), 0, draft.length(), greeted -> {
            String name = draft.lower().substring(greeted.start(1), greeted.end(1));
            String first = name.split(" ")[0];
            if (!NOT_NAMES.contains(first) && Lexicon.of(first) == 0) {
                risky.add(new Risk("R2", greeted.start(1), greeted.end(1), 0.8));
            }
        });
        UNMASKED.each(
                draft.spots(),
                0,
                draft.length(),
                unmasked -> risky.add(new Risk("R2", unmasked.start(), unmasked.end(), 0.85)));
    }

    /** Repeating a clinical word of the comment in an apology or an explanation confirms it. */
    private static void echo(String incoming, FoldedText draft, Tokens tokens, Units sentences, List<Risk> risky) {
        if (incoming.isBlank() || !risky.isEmpty()) return;
        var said = Tokens.of(FoldedText.of(incoming));
        var clinical = new java.util.HashSet<Integer>();
        for (int i = 0; i < said.count(); i++) {
            if ((Lexicon.of(said.hash(i)) & (CARE | CONDITION)) != 0) clinical.add(said.hash(i));
        }
        for (int i = 0; i < sentences.count(); i++) {
            long all = 0;
            int from = tokens.at(sentences.start(i));
            int to = tokens.at(sentences.end(i));
            boolean repeats = false;
            for (int t = from; t < to; t++) {
                all |= Lexicon.of(tokens.hash(t));
                repeats |= clinical.contains(tokens.hash(t));
            }
            if (repeats && has(all, SORRY | PAST) && !has(all, EVERYONE)) {
                risky.add(new Risk("R6", sentences.start(i), sentences.end(i), 0.7));
            }
        }
    }

    private static boolean has(long all, long any) {
        return (all & any) != 0;
    }

    private static @Nullable Risk sentence(FoldedText draft, Tokens tokens, int start, int end) {
        int from = tokens.at(start);
        int to = tokens.at(end);
        long[] bits = new long[to - from];
        long all = 0;
        for (int i = from; i < to; i++) {
            bits[i - from] = tokens.isWord(i) ? Lexicon.of(tokens.hash(i)) : 0;
            all |= bits[i - from];
        }
        String lower = draft.lower().substring(start, end);
        String riskClass = riskClass(draft.lowerSpots(), start, end, lower, bits, all);
        return riskClass == null ? null : new Risk(riskClass, start, end, 0.88);
    }

    private static final Finder DENIED = Finder.exact(
            "\\bno (?:such )?(?:record|records|file|trace|entry|history|patient|account|booking|appointment|registration|mention)\\b"
                    + "|(?:not|never|n't) (?:\\w+ ){0,3}(?:a |an |one of |been |our |any |this |the )*(?:patient|patients|client|treated|visited|seen|admitted|registered|operated|been here|been to|come to|came to|set foot|met you|find (?:you|any|your|this|a|the))\\b"
                    + "|(?:nobody|no one|no person|none)\\b.{0,40}\\b(?:treated|seen|name|admitted|visited|here|details|description)"
                    + "|(?:don't|do not|doesn't|does not|didn't|did not|cannot|can't|could not|couldn't|unable to) (?:\\w+ )?(?:have|find|see|recogni[sz]e|match|locate|trace)\\b.{0,40}\\b(?:record|records|file|name|patient|you|your|booking|appointment|visit|account|system)\\b"
                    + "|\\b(?:mareez|mariz|marij|patient|record|naam|bharti|ilaj)\\b.{0,30}\\b(?:nahi|nahin|nhi)\\b|\\bkoi (?:record|mareez|patient)\\b.{0,25}\\bnahi"
                    + "|(?:मरीज|रिकॉर्ड|नाम|भर्ती|इलाज|पंजीकरण).{0,30}(?:नहीं|नही)|कोई (?:रिकॉर्ड|मरीज).{0,20}नहीं|कभी.{0,20}(?:मरीज|आए|भर्ती)");
    private static final Finder THE_CARE_WAS = Finder.exact(
            "\\b(?:the|that|this) (?:\\w+ ){0,1}(?:mri|scan|x-ray|biopsy|surgery|operation|procedure|test|report|result|results|treatment|injection|delivery|dose|medicine|diagnosis|ultrasound|infection|fracture)s? (?:was|were|ran|went|came|showed|had|did)\\b|\\bas we (?:told|explained|said|advised|informed)");
    private static final Finder CONGRATULATED = Finder.exact("congrat|badhai|mubarak|बधाई|मुबारक");
    private static final Finder THANKED = Finder.exact("thank|grateful|dhanyav|shukriya|abhar|धन्यवाद|शुक्रिया|आभार");
    private static final Finder PRIVACY_FRAME = Finder.exact(
            "privacy|confidential|निजता|गोपनीय|nijta|niji|\\bhipaa\\b|(?:cannot|can't|can not|do not|don't|never|unable to|not able to|not allowed to|won't|will not|stop us from|prevent us from|bar us from|not) (?:\\w+ ){0,2}(?:discuss|discussing|share|sharing|comment|confirm|disclose|post|give|talk|speak|respond|answer|speaking|talking)|post no|no personal|(?:बात|चर्चा|साझा|पोस्ट) (?:नहीं|न|मत)|(?:baat|charcha|share|post) (?:nahi|na|mat)|(?:नहीं|न) (?:लिखें|डालें|बताएं)|(?:na|mat) (?:likhein|dalein|daalein|batayein)");

    // What a writer did by writing tells nothing; everything else that "you" did, was or had does.
    private static final String BY_WRITING =
            "(?:wrote|told|said|shared|raised|mentioned|described|posted|took|take|reached|contacted|pointed|asked|felt|made|let|brought this|left (?:a|us|your|this)|gave (?:us|your)|chose to (?:write|share)|liked|followed|messaged|sent us|noticed|are kind|are right|were kind)";
    private static final Finder YOU_DID = Finder.exact(
            "(?:^|[,;:.] ?|\\b(?:and|but|because|that|when|since|after|before|how|why|as|while|although|though|know|sorry|glad|sure|case) )(?:you|u) (?:all |both |yourself |also |then |only |just |never |even |had |have |two |three |first |clearly |simply |actually )*(?!(?:"
                    + BY_WRITING
                    + "|can|can't|cannot|may|might|are|aren't|will|won't|should|could|would|need|needn't|must|want|wish|feel|like|know|do|don't|deserve|expect|prefer|agree|think|have|see|find|get|use|read|call|visit|come|write|reach|or|and|for|so|to|in|at|on|with|who|the|a|all|very|again|soon|know|mean|made our|make our|if|as|had a)\\b)[a-z]{2,}"
                    + "|\\bhaving you (?:on|in|at|with|as|over|stay|under)\\b|\\b(?:seeing|meeting|treating|serving|hosting|looking after|operating on|nursing|caring for) you\\b|\\bsee you (?:on|again|back)\\b|\\bput you (?:on|under)\\b|\\bmiss you\\b"
                    + "|\\bthe \\w+ you (?:had|got|took|received|were given)\\b");
    private static final Finder MET_IN_HINDI = Finder.exact(
            "\\baap(?:se|ko) (?:mil|dekh)ka?r\\b.{0,20}\\b(?:accha|achha|acha|khushi)|(?:आपसे|आपको) (?:मिल|देख)कर.{0,20}(?:अच्छा|खुशी)");
    private static final Finder OF_SOMEBODY = Finder.exact(
            "\\b(?:he|she|him|unhe|unhen|unhone|unka|unki|use|usne|uska|uski)\\b|(?<![\\p{L}\\p{M}])(?:उन्हें|उन्होंने|उनका|उनकी|उसे|उसने|उसका|उसकी)(?![\\p{L}\\p{M}])");
    private static final Finder BEGINS_WITH_YOURS =
            Finder.exact("(?:^|[.!?\\n।] ?)(?:your|aapka|aapke|aapki|apka|apke|apki|आपका|आपके|आपकी) ");
    private static final Finder WILL_HEAL = Finder.exact(
            "\\bthe (?:\\w+ )?(?:canal|crown|stitches|wound|swelling|bruise|implant|stent|cast|scar|pain|numbness|filling|tooth|knee|hip) (?:should|will|may|might) (?:\\w+ )?(?:settle|heal|ease|fade|go|improve|come|dissolve)");
    private static final Finder GLAD_TO_SEE = Finder.exact(
            "\\b(?:nice|good|lovely|great|pleasure|glad|happy|honou?r|privilege) (?:to|of|it was to) (?:see|seeing|meet|meeting|have|having|serve|serving|treat|treating|host) you\\b(?! (?:write|say|share))|\\bpleasure (?:seeing|meeting|treating|serving) you\\b");
    private static final Finder DONE = Finder.exact(
            "\\b(?!need|indeed|exceed|speed|feed|bleed|proceed|succeed|need)[a-z]{3,}ed\\b|\\b(?:left|came|went|gave|took|saw|slept|woke|fell|ate|cried|died)\\b");
    // The ending of aapne tells that it is done.
    private static final Finder YOU_DID_HINDI = Finder.exact(
            "(?<![\\p{L}\\p{M}])(?:आपने|तुमने|aapne|apne ne|tumne)(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}])(?:आप|आपको|तुम|आपका|आपके|आपकी)(?![\\p{L}\\p{M}]).{0,80}(?<![\\p{L}\\p{M}])(?:था|थे|थी|थीं|गए|गई|गया|आए|आई|आया|आईं|गईं|हुए|हुई|हुआ|किया|दिया|लिया|दिखे|दी|ली|पड़ी|पड़ा|लगी|लगा)(?![\\p{L}\\p{M}])"
                    + "|\\b(?:aap|aapko|tum|aapka|aapke|aapki)\\b.{0,80}\\b(?:tha|thi|thin|gaye|gayi|gaya|gayin|aaye|aayi|aaya|hue|hui|hua|kiya|diya|liya|rahe the|aaye the|gaye the|the|dikhe|padi|pada|lagi|laga)\\b(?=[.,!?;]| aur| par| lekin| isliye|$)");
    private static final Finder WROTE_HINDI = Finder.exact(
            "लिख|बताया कि|बताने|बताकर|बताई|सुझाव|राय|साझा|समय (?:निकाल|दिया)|शब्द|ध्यान दिला|सही कहा|कहा|पूछ|चुना|likh|batane|batakar|sujhav|raay|share|shabd|time nik|samay (?:nik|diya)|dhyan dila|kaha|puch|pooch|review|feedback|comment|सराह|sarah|हौसला|hausla|भरोसा|bharosa|प्रतिक्रिया|पोस्ट|post|शुभ|shubh|अनुभव|anubhav|असुविधा|asuvidha");

    private static final Finder YOURS_BY_WRITING = Finder.exact(
            "\\byour (?:\\w+ )?(?:kindness|honesty|time|note|post|kind|words?|day|week|patience|trust|support|help|interest|understanding|letter|email|call|point|idea|ideas|family)\\b");
    private static final Finder HOPES_OF_CARE = Finder.exact(
            "\\bhope (?:the|that the|your|his|her) (?:\\w+ ){0,2}(?:stitches|wound|knee|hip|leg|arm|back|tooth|crown|eye|scar|cast|pain|fever|cough|medicine|tablets|dose|swelling|baby|little one)\\b");

    private static @Nullable String riskClass(Spots spots, int start, int end, String lower, long[] bits, long all) {
        long addressed = YOU | YOUR | THIRD | KIN;
        long clinical = CARE | CONDITION;
        boolean frame = has(all, NOT) && PRIVACY_FRAME.finds(spots, start, end)
                || lower.contains("privacy rules")
                || lower.contains("privacy law");
        boolean person = has(all, YOU | YOUR | THIRD);
        boolean past = has(all, PAST);
        boolean warmOrSorry = has(all, WARM | SORRY);
        boolean general = has(all, GENERAL) && !past && !warmOrSorry;
        boolean toAll = has(all, EVERYONE) && !person;

        if (has(all, NOT | NOBODY) || lower.contains("no one")) {
            if (!frame
                    && (has(all, RECORD | PATIENT | CAME | TREATED | NOBODY)
                            || lower.contains("find")
                            || lower.contains("no one")
                            || lower.contains("naam")
                            || lower.contains("set foot"))
                    && (!toAll
                            || lower.contains("naam")
                            || lower.contains("name")
                            || lower.contains("नाम")
                            || lower.contains("description"))
                    && DENIED.finds(spots, start, end)
                    && !lower.startsWith("please")) {
                return "R8";
            }
        }
        if (frame && !past) return null;
        if (has(all, RECORD) && has(all, LOOKED) && !general && (has(all, WE | YOUR | THIRD))) return "R11";
        if (has(all, LOOKED)
                && has(all, WE)
                && near(bits, WE, LOOKED, 3)
                && !has(all, WILL)
                && !lower.contains("will ")
                && !general
                && (person || has(all, RECORD | clinical | BILL))) return "R11";
        if (lower.contains("you signed")) return "R11";
        if (lower.contains("signed") && has(all, RECORD) && person) return "R11";
        if (has(all, SETTLED)
                && !general
                && (has(all, YOUR | YOU) || lower.contains("the complaint") || lower.contains("your complaint"))
                && (past || has(all, WE) || lower.contains(" is "))
                && !has(all, EVERYONE)) return "R14";
        if (has(all, YOU | THIRD)
                && near(bits, YOU | THIRD, NOSHOW, 4)
                && (has(all, SOFT | CARE | CAME)
                        || past
                        || lower.contains("left")
                        || lower.contains("missed")
                        || lower.contains("skipped"))
                && !general) return "R4";
        if (has(all, NOT) && has(all, YOU) && near(bits, NOT, CAME, 2) && !general) return "R4";
        if (person && near(bits, YOU | YOUR | THIRD, BEHAVED, 8) && !general && !has(all, SORRY | FEEDBACK))
            return "R9";
        if (has(all, YOU)
                && (lower.contains("never follow")
                        || lower.contains("did not follow")
                        || lower.contains("didn't follow")
                        || lower.contains("refus"))) return "R9";
        boolean yourKin = adjacent(bits, YOUR | THIRD, KIN, 3);
        if (yourKin && (past || has(all, clinical | TREATED | CAME | WELL | RECORD | BILL)) && !general && !toAll)
            return "R10";
        if (has(all, YOU) && has(all, KIN) && has(all, CAME | TREATED) && past && !general) return "R10";
        boolean details = has(all, CONTACT)
                && (adjacent(bits, YOUR, PERSONAL | CARE | CONDITION | BILL | RECORD, 4)
                        || (has(all, ABOUT) && adjacent(bits, YOUR, CARE | CONDITION | BODY | BILL, 3)));
        if (details && !frame && !adjacent(bits, YOUR, FEEDBACK, 2) && !has(all, NOT) && !contactOnly(lower))
            return "R13";
        if (person && adjacent(bits, YOUR | YOU | THIRD, BILL, 4) && !general && !toAll) return "R7";
        if (has(all, YOU) && has(all, BILL) && past && !general && near(bits, YOU, BILL, 8)) return "R7";
        if (has(all, WE) && has(all, BILL) && has(all, YOU | YOUR) && past && !general) return "R7";
        if (has(all, WARM)
                && (has(all, clinical | TREATED | BODY)
                        || (has(all, WELL)
                                && (has(all, KIN)
                                        || lower.contains("recover")
                                        || lower.contains("heal")
                                        || lower.contains("feeling")))
                        || (has(all, SOFT | KIN)
                                && (lower.contains("visit")
                                        || lower.contains("appointment")
                                        || lower.contains("stay")
                                        || lower.contains("baby"))))
                && !general2(lower, all)
                && (has(all, addressed) || lower.contains("see you") || lower.contains("recovery"))) return "R12";
        if (has(all, WARM)
                && (lower.contains("see you") || lower.contains("welcoming you back") || lower.contains("your next")))
            return "R12";
        if (person
                && has(all, CONDITION)
                && near(bits, YOU | YOUR | THIRD, CONDITION, 6)
                && !general
                && !toAll
                && !lower.contains("if you")) return "R5";
        if (person && adjacent(bits, YOUR | THIRD, CARE | BODY, 4) && !general && !toAll) {
            return has(all, WELL) || lower.contains("result") || lower.contains("report") || lower.contains("lab")
                    ? "R5"
                    : "R6";
        }
        if (person
                && has(all, TREATED)
                && near(bits, YOU | THIRD, TREATED, 5)
                && (past || has(all, WE) || has(all, CARE))
                && !general
                && !has(all, FEEDBACK)) return "R6";
        if (has(all, YOU | THIRD) && has(all, clinical) && past && !general && !toAll) return "R6";
        if (has(all, YOU | THIRD)
                && near(bits, YOU | THIRD, CAME, past ? 8 : 4)
                && (past || has(all, WHEN | SOFT | CARE))
                && !general
                && !has(all, FEEDBACK)) return "R3";
        if (!general
                && !toAll
                && has(all, YOUR)
                && has(all, CAME)
                && past
                && near(bits, YOUR, CAME, 5)
                && !has(all, FEEDBACK)) return "R3";
        if (has(all, clinical) && !toAll && !general && THE_CARE_WAS.finds(spots, start, end)) return "R6";
        if (person && CONGRATULATED.finds(spots, start, end) && !toAll) return "R12";
        if (has(all, clinical) && !toAll && !general && THANKED.finds(spots, start, end)) return "R1";
        if (has(all, SORRY) && (has(all, clinical | SOFT) && !toAll)) return has(all, WHEN) ? "R3" : "R1";
        if (person && adjacent(bits, YOUR | THIRD, SOFT, 3) && (past || warmOrSorry || has(all, WHEN)) && !general)
            return "R1";
        if (lower.contains("your visit") && !general) return "R1";
        if (HOPES_OF_CARE.finds(spots, start, end)) return "R12";
        boolean done = past || DONE.finds(spots, start, end);
        if (lower.contains("little one") && (done || has(all, WARM))) return "R10";
        if (CONGRATULATED.finds(spots, start, end) && has(all, clinical) && !has(all, EVERYONE)) return "R12";
        if (has(all, WE) && has(all, BILL) && done && !general && !has(all, EVERYONE | FEEDBACK | OFFER)) return "R7";
        if (OF_SOMEBODY.finds(spots, start, end)
                && done
                && !general
                && !has(all, EVERYONE)
                && has(all, clinical | CAME | TREATED | LOOKED | WELL | BODY)) return "R10";
        if (has(all, CONDITION | BODY) && !has(all, EVERYONE | FEEDBACK) && BEGINS_WITH_YOURS.finds(spots, start, end))
            return "R5";
        if (MET_IN_HINDI.finds(spots, start, end)) return "R1";
        if (WILL_HEAL.finds(spots, start, end)) return "R6";
        if (GLAD_TO_SEE.finds(spots, start, end) && !has(all, WILL)) return "R1";
        if (has(all, KIN)
                && !has(all, EVERYONE)
                && !general
                && (done || CONGRATULATED.finds(spots, start, end))
                && has(all, clinical | CAME | WELL | BODY | NOSHOW | HERE | WARM)) return "R10";
        if (has(all, YOU) && has(all, BILL) && !has(all, GENERAL | EVERYONE | OFFER)) return "R7";
        if (has(all, YOU) && has(all, RECORD) && has(all, LOOKED) && !has(all, GENERAL | EVERYONE)) return "R11";
        if (has(all, WARM) && has(all, CARE | BODY) && !toAll && !has(all, EVERYONE | WE | OFFER)) return "R12";
        boolean asked = has(all, GENERAL) && !past && !warmOrSorry || lower.contains("if you") || has(all, FEEDBACK);
        if (has(all, YOUR)
                && done
                && !has(all, EVERYONE | FEEDBACK)
                && !general
                && !WROTE_HINDI.finds(spots, start, end)
                && !YOURS_BY_WRITING.finds(spots, start, end)) return "R3";
        if (has(all, YOU | YOUR) && !asked && !toAll) {
            if (YOU_DID.finds(spots, start, end)) return has(all, BEHAVED) ? "R9" : "R3";
            if (YOU_DID_HINDI.finds(spots, start, end) && !WROTE_HINDI.finds(spots, start, end))
                return has(all, BEHAVED) ? "R9" : "R3";
        }
        if (has(all, PATIENT)
                && person
                && (lower.contains("our patient")
                        || lower.contains("as a patient")
                        || lower.contains("hamare mareez")
                        || lower.contains("हमारे मरीज"))
                && !toAll
                && !general) return "R1";
        if (has(all, YOU | YOUR)
                && (lower.contains("choosing us for")
                        || lower.contains("picking our")
                        || lower.contains("caring for you")
                        || lower.contains("taking care of you")
                        || lower.contains("treating you")
                        || lower.contains("seeing you again")
                        || lower.contains("trusting us with your")
                        || lower.contains("time with us")
                        || lower.contains("choosing our")
                        || lower.contains("look after you"))) return "R1";
        return null;
    }

    private static boolean contactOnly(String lower) {
        return lower.contains("your feedback") || lower.contains("your comment") || lower.contains("your question");
    }

    private static boolean general2(String lower, long all) {
        return has(all, EVERYONE) && !has(all, YOU | YOUR) || lower.contains("if you");
    }

    /** Both kinds of word stand within so many words of each other. */
    private static boolean near(long[] bits, long one, long other, int most) {
        int lastOne = -100;
        int lastOther = -100;
        for (int i = 0; i < bits.length; i++) {
            boolean isOther = (bits[i] & other) != 0;
            if ((bits[i] & one) != 0) {
                if (i - lastOther <= most) return true;
                lastOne = i;
            }
            if (isOther) {
                if (i - lastOne <= most && i != lastOne) return true;
                lastOther = i;
            }
        }
        return false;
    }

    /** The second kind follows the first within so many words. */
    private static boolean adjacent(long[] bits, long one, long other, int most) {
        int last = -100;
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & other) != 0 && i - last <= most && i != last) return true;
            if ((bits[i] & one) != 0) last = i;
        }
        return false;
    }
}
