package org.hearten.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAndTriageTests {
    private static final Guard GUARD = Guard.withPacks();

    @Test
    void a_plain_text_reads_easier_than_a_learned_one() {
        var plain = GUARD.readability(
                "Wash your hands. Drink clean water. See a doctor if the fever lasts two days.", "en");
        var learned = GUARD.readability(
                "Individuals experiencing hypertension should immediately discontinue contraindicated pharmaceutical preparations.",
                "en");

        assertThat(plain.level()).isEqualTo(Readability.Level.EASY);
        assertThat(learned.level()).isEqualTo(Readability.Level.HARD);
        assertThat(plain.sentences()).isEqualTo(3);
        assertThat(learned.hardWords())
                .extracting(Readability.HardWord::plain)
                .contains("high blood pressure", "stop", "not safe");
    }

    @Test
    void hindi_has_its_own_measure_and_plain_words() {
        var hard = GUARD.readability("उच्च रक्तचाप के रोगियों हेतु निःशुल्क चिकित्सा परामर्श उपलब्ध है।", "hi");

        assertThat(hard.hardWords()).extracting(Readability.HardWord::plain).contains("हाई बीपी", "मुफ्त");
        assertThat(hard.hindi())
                .isGreaterThan(
                        GUARD.readability("रोज पानी पिएं। हाथ धोएं।", "hi").hindi());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My father has chest pain and cannot breathe | EMERGENCY | 1 | en",
                "I want to end my life | SELF_HARM | 1 | en",
                "Mujhe jeena nahi hai, mar jana chahta hun | SELF_HARM | 1 | hi-en",
                "पापा को सीने में दर्द है और होश नहीं है | EMERGENCY | 1 | hi",
                "Rash all over after taking the new tablets | ADVERSE_EVENT | 2 | en",
                "Staff was so rude, waited for hours | COMPLAINT | 3 | en",
                "Doctor sahab kab baithte hain? | APPOINTMENT | 3 | hi-en",
                "Why was I charged twice? I want a refund | BILLING | 3 | en",
                "बहुत अच्छा अस्पताल है, धन्यवाद | PRAISE | 4 | hi",
                "Any nursing vacancy? Where do I send my resume? | JOB | 4 | en",
                "I am a journalist writing a story on dengue | MEDIA_INQUIRY | 3 | en",
                "Earn money from home, click the link | SPAM | 4 | en",
                "You posted my photo without my permission | PRIVACY_LEAK | 2 | en",
            })
    void triage_sorts(String text, Triage.Category category, int urgency, String language) {
        var triage = GUARD.triage(text);

        assertThat(triage.category()).isEqualTo(category);
        assertThat(triage.urgency()).isEqualTo(urgency);
        assertThat(triage.language()).isEqualTo(language);
    }
}
