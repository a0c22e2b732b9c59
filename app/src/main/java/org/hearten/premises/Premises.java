package org.hearten.premises;

import java.time.ZoneId;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.facilities.Jurisdiction;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens facilities, each with somebody to administer it. */
@Service
class Premises {
    private final Facilities facilities;
    private final People people;

    Premises(Facilities facilities, People people) {
        this.facilities = facilities;
        this.people = people;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the public address is taken */
    @Transactional
    public FacilityId open(FacilityForm form, PersonId administrator) {
        var with = form.particulars();
        var facility = facilities.open(
                form.slug(),
                with.nameEnglish(),
                with.nameHindi(),
                with.aboutEnglish(),
                with.aboutHindi(),
                with.phone(),
                with.address(),
                ZoneId.of(form.zone()),
                Jurisdiction.valueOf(form.jurisdiction()),
                with.brandHue(),
                with.serviceAreas());
        people.grant(administrator, Role.ADMINISTRATOR, facility, null);
        return facility;
    }
}
