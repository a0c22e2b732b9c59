package org.hearten.guard.reply;

import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.WordTable;

/** What single words tell about a sentence, as bits. English, Hindi, and Hindi in Latin letters. */
final class Lexicon {
    static final long YOU = 1;
    static final long YOUR = 1 << 1;
    static final long THIRD = 1 << 2;
    static final long KIN = 1 << 3;
    static final long WE = 1 << 4;
    static final long SOFT = 1 << 5; // words of care that also belong in an offer to everyone
    static final long CARE = 1 << 6;
    static final long CONDITION = 1 << 7;
    static final long BILL = 1 << 8;
    static final long RECORD = 1 << 9;
    static final long CAME = 1 << 10; // verbs of coming, being seen
    static final long TREATED = 1 << 11; // verbs of treatment
    static final long NOSHOW = 1 << 12;
    static final long BEHAVED = 1 << 13;
    static final long LOOKED = 1 << 14;
    static final long GENERAL = 1 << 15;
    static final long PAST = 1 << 16;
    static final long WARM = 1 << 17;
    static final long SORRY = 1 << 18;
    static final long CONTACT = 1 << 19;
    static final long NOT = 1 << 20;
    static final long DISCUSS = 1 << 21;
    static final long PATIENT = 1 << 22;
    static final long ABOUT = 1 << 23;
    static final long SETTLED = 1 << 24;
    static final long PERSONAL = 1 << 25;
    static final long WHEN = 1 << 26;
    static final long EVERYONE = 1 << 27;
    static final long HERE = 1 << 28;
    static final long OFFER = 1 << 29;
    static final long WILL = 1 << 30;
    static final long FEEDBACK = 1L << 31;
    static final long NOBODY = 1L << 32;
    static final long LEARN = 1L << 33;
    static final long BODY = 1L << 34;
    static final long WELL = 1L << 35;

    private static final WordTable WORDS = new WordTable();

    static {
        add(
                YOU,
                "you u you're you've youve youre yourself aap aapne aapko aapse apne apko tum tumne tumko tumhe aapkaa आप आपने आपको आपसे तुम तुमने");
        add(
                YOUR,
                "your ur yours aapka aapke aapki apka apke apki apna apni apne tumhara tumhari tumhare आपका आपके आपकी तुम्हारा तुम्हारी अपना अपनी अपने");
        add(
                THIRD,
                "he she his her him hers unka unki unke unhe unhone uska uski uske usne inka inki inke inhe wo woh वह उनका उनकी उनके उन्हें उन्होंने उसका उसकी उसके उसने इनका इनकी इनके");
        add(
                KIN,
                "mother father mom mum mummy dad daddy papa wife husband son daughter brother sister uncle aunt grandmother grandfather grandma grandpa baby child kid kids children newborn twins niece nephew mataji pitaji mata pita maa patni pati beta beti bete bhai behen behan bachche bacche baccha bacchi bacha bachcha bachi dadi dada nani nana chacha mehmaan mehman माता माताजी पिता पिताजी मां पत्नी पति बेटा बेटी बेटे भाई बहन बच्चा बच्चे बच्ची दादी दादा नानी नाना चाचा मेहमान मम्मी पापा");
        add(
                WE,
                "we our us we've i i've my hum humne hamne hamara hamare hamari humara humare humari humein hamein हम हमने हमारा हमारे हमारी हमें मैंने");
        add(
                SOFT,
                "visit visits appointment appointments doctor dr stay check-up checkup check-ups checkups consultation slot daura daure opd mulakat doctors physician अपॉइंटमेंट दौरे दौरा डॉक्टर ओपीडी मुलाकात परामर्श");
        add(
                CARE,
                "mri ct scan scans xray x-ray x-rays ultrasound sonography ecg echo endoscopy colonoscopy biopsy surgery surgeries operation procedure procedures treatment treatments therapy chemo chemotherapy radiation dialysis transplant injection injections vaccine vaccination stitches sutures stent bypass angioplasty admission admitted discharge delivery c-section caesarean cesarean labour labor icu nicu ward bed casualty medication medications medicine medicines prescription dose dosage drip transfusion implant implants crown filling extraction braces test tests lab labs bloodwork report reports results result samples sample physiotherapy rehab referral follow-up follow-ups followup followups screening exam examination mammogram ivf cast plaster ilaj ilaaj upchar dawa dawai dawaiyan janch jaanch jach bharti admit tika teeka prasav surgeon इलाज उपचार ऑपरेशन सर्जरी जांच रिपोर्ट भर्ती डिस्चार्ज छुट्टी प्रसव डिलीवरी दवा दवाई दवाइयां टीका इंजेक्शन वार्ड बेड आईसीयू एमआरआई स्कैन एक्स-रे टेस्ट नमूना डायलिसिस कीमो थेरेपी फॉलो-अप फॉलोअप साइनस रेफर टांके taanke tanke taankon antibiotic antibiotics epidural anaesthesia anesthesia thinners painkiller painkillers tablet tablets goli goliyan pint pints oxygen ventilator theatre maternity bandage plaster dressing गोली गोलियां दवाइयों टांकों सुई ड्रिप जांचें ऑक्सीजन पट्टी jaanchein janchein sui steroid steroids physio rehab");
        add(
                CONDITION,
                "diabetes diabetic cancer tumour tumor fracture thyroid anxiety depression asthma migraine dengue malaria typhoid tb tuberculosis pneumonia hypertension bp stroke infection covid hiv hepatitis pregnancy pregnant miscarriage allergy allergies arthritis epilepsy seizure ulcer hernia gallstones stones anaemia anemia jaundice diagnosis diagnosed condition illness disease symptoms sugar bimari beemari bukhar pathri lakwa khoon hairline concussion cataract infertility addiction bipolar schizophrenia autism adhd eczema psoriasis sinus appendicitis sepsis cholesterol haemoglobin hemoglobin infected motiyabind motiabind tonsil tonsils piles gastric anemia swelling swollen fever cough pain dard sujan gaanth lump nas गांठ सूजन दर्द टॉन्सिल बवासीर लकवा मधुमेह डायबिटीज कैंसर टाइफाइड डेंगू मलेरिया टीबी निमोनिया बीपी संक्रमण बुखार बीमारी रोग पथरी गर्भ गर्भवती पीलिया अस्थमा थायराइड शुगर मोतियाबिंद लकवा निदान");
        add(
                BODY,
                "knee hip heart tooth teeth eye eyes back kidney liver lung ankle wrist shoulder leg arm hand foot gland breast uterus prostate spine root wound scar zakhm ghutna ghutne घुटना घुटने दांत आंख गुर्दे दिल घाव हाथ पैर");
        add(
                BILL,
                "bill bills billed billing balance claim claims insurance insurer copay co-pay co-payment payment paid fee fees refund refunded account amount outstanding dollars dollar rupees rupaye khata khate baaki baki bakaya kagaz kagaj deductible deposit coverage cashless tpa policyholder invoice dues owe owed charge charged charges mediclaim preauth pre-authorisation approval plan policy bima paise paisa pese reimbursement itemised itemized installment बिल क्लेम बीमा कैशलेस भुगतान शुल्क पैसे फीस बकाया बाकी खाते खाता रुपये रिफंड जमा");
        add(
                RECORD,
                "record records chart charts file files register notes logs log system database cctv camera footage paperwork consent form forms history documents parchi panji रिकॉर्ड फाइल रजिस्टर पर्ची कैमरे कैमरा सीसीटीवी दस्तावेज़ दस्तावेज");
        add(
                CAME,
                "came come visited arrived attended waited seen checked-in walked brought registered admitted stayed consulted booked aaye aye aayi aaya aae laye dikhaya dikhane mile आए आये आई आया लाए दिखाया मिले");
        add(
                TREATED,
                "treated operated referred diagnosed discharged examined advised prescribed given told gave performed removed explained tested scanned injected offered recommended delivered vaccinated cured healed recovered transferred put admitted kiya diya lagaya bataya rakha nikala रेफर बताया दिया किया लगाया रखा निकाला");
        add(
                NOSHOW,
                "bunked missed skipped cancelled canceled left rescheduled no-show absent late walked-out chhod chhodkar छोड़कर छोड़");
        add(
                BEHAVED,
                "shouting yelling swearing threatening abusing screaming behaved maarpeet marpeet hungama मारपीट हंगामा abusive rude shouted yelled refused threatened screamed aggressive insulted misbehaved lied lying ignored demanded disrespectful drunk intoxicated violent argued swore cursed unreasonable uncooperative hostile impatient angry drinking peekar nashe nasha ladte lade ladi नशे लड़े लड़ शराब पीकर badtameezi badtamizi batameezi gaali gali chillaye chillaya jhagda jhoot dhamki बदतमीजी गाली चिल्लाए झगड़ा धमकी झूठ अभद्र अभद्रता मना");
        add(
                LOOKED,
                "checked reviewed looked pulled opened verified found investigated searched confirmed show shows showed say says differ differs indicate indicates confirm reflect reflects dikhe dikha dikhi dekha jaanch-kar paaya likha dekhi दिखे दिखा दिखी देखा देखी पाया लिखा जांचा");
        add(
                GENERAL,
                "talk consult ask can may might could if whenever would should please kindly please anyone agar yadi kripya kripaya karein kare karen karayein karaen sakte sakta sakti chahiye milein lein aayein aaiye zaroor कृपया करें कराएं सकते सकता सकती अगर यदि चाहिए मिलें लें आएं");
        add(
                OFFER,
                "book booking schedule reschedule arrange request ask enquire inquire offer offers available provide discuss-with");
        add(
                EVERYONE,
                "anyone everyone patients people visitors families each every all always usually policy policies someone public person sab sabhi koi log har सब सभी कोई लोग हर नीति मरीजों everybody individuals reviewers callers");
        add(
                PAST,
                "was were had did went ran been got took made wasn't weren't didn't tha thi hua hui hue huye gaya gayi gaye kiya diya liya ki रहा रही रहे था थी थे हुआ हुई हुए गया गई गए किया दिया लिया रखा रही दिए लिए the_past raha rahi rahe diye");
        add(
                WARM,
                "glad happy pleased delighted thrilled congratulations congrats proud hope wishing wish relieved wonderful celebrate umeed ummeed ummid asha umid उम्मीद आशा badhai mubarak khushi shubhkamnayein बधाई खुशी शुभकामनाएं मुबारक well-done loved enjoyed honour honored honoured privilege");
        add(SORRY, "sorry apologise apologize apologies apology regret khed maafi mafi kshama खेद क्षमा माफी माफ");
        add(
                CONTACT,
                "call phone email mail message dm inbox write send share whatsapp ring text post reach contact upload reply give tell put add quote de dein dijiye dijie dena likh likhiye batana comment  bhejein bhejiye bhejo likhein batayein bataiye भेजें भेजिए लिखें लिख लिखिए बताएं बताइए बता दें दीजिए दे जवाब टिप्पणी");
        add(
                NOT,
                "not no never don't didn't cannot can't cant won't without nor isn't aren't wasn't weren't haven't hasn't nahi nahin nhi kabhi mat नहीं नही कभी मत न");
        add(NOBODY, "nobody no-one noone none koi-nahi");
        add(
                DISCUSS,
                "discuss discussing share sharing comment commenting disclose disclosing reveal talk talking speak post posting confirm publish respond answer baat charcha बात चर्चा साझा पोस्ट");
        add(PATIENT, "patient patients mareez mariz marij rogi मरीज रोगी client");
        add(ABOUT, "about regarding re concerning for ke-baare baare बारे");
        add(
                SETTLED,
                "rejected dismissed upheld band settled resolved closed refunded credited returned reversed waived compensated wapas lauta lautaye वापस लौटा बंद निपटा");
        add(
                PERSONAL,
                "birth dob birthday mrn uhid aadhaar aadhar ayushman abha medicare medicaid passport number details detail id address name report file record symptoms photo photos janmtithi विवरण नंबर यूएचआईडी आयुष्मान आधार तारीख जन्मतिथि");
        add(
                WHEN,
                "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december yesterday today morning evening night week month year times twice once ago since last pichhle pichle kal subah shaam raat baar सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार पिछले कल बार");
        add(WILL, "will shall 'll'");
        add(
                FEEDBACK,
                "feedback comment comments review reviews words suggestion suggestions concern concerns patience trust support opinion message messages experience thoughts sujhav vichar baat shikayat सुझाव विचार बात शिकायत प्रतिक्रिया भरोसा remark remarks note grievance question questions query");
        add(HERE, "here us ours team hospital clinic yahan यहां अस्पताल hamare humare");
        add(LEARN, "talk speak consult discuss doctor's salah सलाह");
        add(
                WELL,
                "well better recovery recovering recovered healing smoothly fine normal stable successful safely success thik theek accha achhi acchi अच्छी अच्छा ठीक स्वस्थ सफल सामान्य");
    }

    private Lexicon() {}

    static long of(String lower) {
        return WORDS.of(lower.hashCode());
    }

    static long of(int hash) {
        return WORDS.of(hash);
    }

    private static void add(long bit, String words) {
        for (var word : words.split(" ")) WORDS.add(FoldedText.of(word).lower(), bit);
    }
}
