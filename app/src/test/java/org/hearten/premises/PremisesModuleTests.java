package org.hearten.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.channels.Account;
import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.tenancy.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;

@HeartenTest
@Import(Given.class)
class PremisesModuleTests {
    @Autowired
    Given given;

    @Autowired
    Premises premises;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Test
    void a_facility_opens_with_its_hub_and_with_somebody_to_administer_it() {
        var nadia = given.narmada().with(Role.ADMINISTRATOR);

        var facility = given.as(nadia, () -> premises.open(form(fresh()), nadia));

        given.run(nadia, () -> {
            assertThat(facilities.get(facility).serviceAreas()).containsExactly("Ashoknagar", "Vidisha");
            assertThat(people.holds(nadia, Role.ADMINISTRATOR, facility)).isTrue();
            assertThat(people.holds(nadia, Role.AUTHOR, facility)).isFalse();
            assertThat(accounts.of(facility)).extracting(Account::network).containsExactly(Network.HUB);
        });
    }

    @Test
    void a_public_address_is_given_out_once_even_across_organisations() {
        var nadia = given.narmada().with(Role.ADMINISTRATOR);
        var ruth = given.lakeside().with(Role.ADMINISTRATOR);
        var slug = fresh();
        given.as(nadia, () -> premises.open(form(slug), nadia));

        assertThatThrownBy(() -> given.as(ruth, () -> premises.open(form(slug), ruth)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void what_visitors_read_can_be_changed_and_the_address_stays() {
        var nadia = given.narmada().with(Role.ADMINISTRATOR);
        var slug = fresh();
        var facility = given.as(nadia, () -> premises.open(form(slug), nadia));
        var changed = new FacilityForm(
                "another",
                "Vidisha Day Clinic",
                "विदिशा क्लिनिक",
                "",
                "",
                "07592 555 0121",
                "",
                "Vidisha",
                "",
                "",
                "30");

        given.run(nadia, () -> facilities.change(facility, changed.particulars()));

        var now = given.as(nadia, () -> facilities.get(facility));
        assertThat(now.nameEnglish()).isEqualTo("Vidisha Day Clinic");
        assertThat(now.serviceAreas()).isEqualTo(List.of("Vidisha"));
        assertThat(now.slug()).isEqualTo(slug);
    }

    @Test
    void what_cannot_be_meant_is_named_field_by_field() {
        var form = new FacilityForm(
                "Big Words", "", "x".repeat(121), "", "", "call me", "", "", "Mars/Olympus", "EU", "400");

        assertThat(form.problemsOfANewOne())
                .containsOnlyKeys("nameEnglish", "nameHindi", "phone", "hue", "slug", "zone", "jurisdiction");
    }

    private static FacilityForm form(String slug) {
        return new FacilityForm(
                slug,
                "Vidisha Clinic",
                "विदिशा क्लिनिक",
                "A day clinic.",
                "दिन का क्लिनिक।",
                "07592 555 0120",
                "Station Road",
                "Vidisha, Ashoknagar, Vidisha",
                "Asia/Kolkata",
                "IN",
                "260");
    }

    private static String fresh() {
        return "vidisha-" + Ids.next().toString().substring(24);
    }
}
