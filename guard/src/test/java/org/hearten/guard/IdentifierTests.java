package org.hearten.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of sentences: what is found in each, as {@code LABEL:text}, in the order of the text. */
class IdentifierTests {
    private static final Guard GUARD = Guard.withPacks();
    private static final Context POST = Context.of(Jurisdiction.IN, "post", LocalDate.of(2026, 11, 24));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My Aadhaar is 2345 6789 0124 | ID:2345 6789 0124",
                "आधार २३४५ ६७८९ ०१२४ जमा किया | ID:२३४५ ६७८९ ०१२४",
                "PAN ABCPE1234F | ID:ABCPE1234F",
                "ABHA 12-3456-7890-1234 or asha21@abdm | ID:12-3456-7890-1234 ID:asha21@abdm",
                "UHID: NHB/24/00123 please | ID:NHB/24/00123",
                "MRN 00482133 | ID:00482133",
                "यूएचआईडी नंबर 253526812 | ID:253526812",
                "Voter id ABC1234567 | ID:ABC1234567",
                "passport K4614881 | ID:K4614881",
                "MP 04 CZ 1234 jumped the queue | ID:MP 04 CZ 1234",
                "DL MP04 20110012345 | ID:MP04 20110012345",
                "SSN 123-45-6789 | SSN:123-45-6789",
                "Call me on +91 98260-12345 | PHONE:+91 98260-12345",
                "98260 12345 pe call karo | PHONE:98260 12345",
                "फोन ९८२६०१२३४५ | PHONE:९८२६०१२३४५",
                "Reach (505) 555-0142 | PHONE:(505) 555-0142",
                "asha@example.org | EMAIL:asha@example.org",
                "asha dot k at gmail dot com wait | EMAIL:asha dot k at gmail dot com",
                "from 203.0.113.7 | IP:203.0.113.7",
                "admitted on 12/03/2024 | DATE:12/03/2024",
                "DOB 3 March 1961 | DATE:3 March 1961",
                "मेरी माँ 12 अगस्त 2024 को भर्ती हुई | DATE:12 अगस्त 2024",
                "my grandfather is 94 years old | AGE:94",
                "IFSC SBIN0001234 | ID:SBIN0001234",
                "claim no. CL-778812 | ID:CL-778812",
                "Medicare 1EG4-TE5-MK73 | ID:1EG4-TE5-MK73",
                "Mrs Dalal was here | PERSON:Dalal",
                "our neighbour, aged ninety-three, slipped | AGE:ninety-three",
                "a 93-y-o man with chest pain | AGE:93",
                "Nani 91 saal ki hain | AGE:91",
                "दादी की उम्र 95 है | AGE:95",
                "my mother was admitted in March 2024 | DATE:March 2024",
                "her surgery on the 12th of May went well | DATE:12th of May",
                "mera naam kavita hai, Sehore se bol rahi hun | PERSON:kavita LOCATION:Sehore",
                "Sent to 12 Mill Road, Apt. 5, Springfield, IL 62701 today | LOCATION:12 Mill Road, Apt. 5, Springfield, IL 62701",
                "PSC 1437, Box 3833 APO AA 66791 | LOCATION:PSC 1437, Box 3833 APO AA 66791",
                "IBAN GB82 WEST 1234 5698 7654 32 | ID:GB82 WEST 1234 5698 7654 32",
                "my son is in bed no. 14 | OTHER:bed no. 14",
                "Rahul from Ward 3B went home on 2 November. | PERSON:Rahul OTHER:Ward 3B DATE:2 November",
            })
    void finds(String text, String found) {
        assertThat(labelled(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Free dengue camp on 12 October 2026 at the community hall",
                "Call 108 for an ambulance or Tele-MANAS 14416, quitline 1800-11-2356",
                "BP 120/80 and sugar 110 are normal",
                "OPD timings 9:00-17:30, Monday to Saturday",
                "NABH accredited, 350 beds, 24x7 emergency",
                "Ask for Rs 1,200 full body checkup package, 64 tests",
                "Parkinson's and Hodgkin explained",
                "My daughter is 34 years old and lives far away",
                "In March 2024 we opened a new ward for 40 patients",
                "The lift takes you to Suite 5 Please knock",
                "Kal subah ghar se aaye log line mein hain",
                "Paracetamol 650 mg har 6 ghante se zyada mat lo",
            })
    void leaves_public_health_talk_alone(String text) {
        assertThat(labelled(text)).isEmpty();
    }

    @Test
    void the_facilitys_own_numbers_and_people_are_not_private() {
        var ours = POST.withFacilityFacts(java.util.List.of("Help desk 0755-2551234", "desk@narmada.example.org"))
                .withStaff(java.util.List.of("Dr Anand Tiwari"));

        var report = GUARD.check("Ask Mr Tiwari, call 0755 2551234 or desk@narmada.example.org", ours);

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void asked_strictly_it_marks_what_the_law_would_let_pass() {
        String text = "He just turned 53 and works since 2012, also on Saturday";

        assertThat(labelled(text, POST)).isEmpty();
        assertThat(labelled(text, POST.strictly())).isEqualTo("AGE:53 DATE:2012 DATE:Saturday");
    }

    @Test
    void an_address_is_one_thing_however_many_lines_it_takes() {
        String text = "Send it to\n0555 Vicolo Calcirelli 13\nSuite 694\nPines Beach\nNew Zealand 8471\n\nThank you";

        assertThat(labelled(text))
                .isEqualTo("LOCATION:0555 Vicolo Calcirelli 13\nSuite 694\nPines Beach\nNew Zealand 8471");
    }

    @Test
    void letters_of_another_script_do_not_upset_a_check_digit() {
        assertThat(GUARD.identifiers("GB82WEST1234569876543\u0130", POST).findings())
                .isEmpty();
    }

    @Test
    void two_findings_never_share_a_character() {
        String text = "12-3456-7890-123\u00BC4 \u096F\u096E\u0968\u096C\u0966\u0967\u0968\u0969\u096A\u096B \n\u0958";

        int last = 0;
        for (var finding : GUARD.identifiers(text, POST).findings()) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(last);
            last = finding.end();
        }
    }

    @Test
    void a_loose_accent_is_nobody() {
        assertThat(GUARD.identifiers("\u0301\u094D asha", POST).findings()).noneMatch(finding -> finding.start() == 0);
    }

    @Test
    void masking_keeps_the_rest_of_the_text() {
        assertThat(GUARD.mask("Call \uD83D\uDE4F 98260 12345 now", POST)).isEqualTo("Call \uD83D\uDE4F [phone] now");
    }

    private static String labelled(String text) {
        return labelled(text, POST);
    }

    private static String labelled(String text, Context context) {
        var found = new StringBuilder();
        for (var finding : GUARD.identifiers(text, context).findings()) {
            if (!found.isEmpty()) found.append(' ');
            found.append(finding.label()).append(':').append(text, finding.start(), finding.end());
        }
        return found.toString();
    }
}
