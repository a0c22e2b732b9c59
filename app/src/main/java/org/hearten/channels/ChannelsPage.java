package org.hearten.channels;

import java.util.List;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** The accounts page; a network's own form is shown on it again when something in it needs another look. */
@Component
public class ChannelsPage {
    /** A facility and what it speaks through. */
    public record Place(Facility facility, List<Account> accounts) {}

    private final Accounts accounts;
    private final Facilities facilities;

    ChannelsPage(Accounts accounts, Facilities facilities) {
        this.accounts = accounts;
        this.facilities = facilities;
    }

    @Transactional(readOnly = true)
    public String fill(SignedIn me, ConnectForm form, Model page) {
        var shown = me.looksAt(Role.ADMINISTRATOR, Role.PUBLISHER, Role.COMPLIANCE_OFFICER);
        var administered = me.looksAt(Role.ADMINISTRATOR);
        var all = facilities.all();
        page.addAttribute(
                "places",
                all.stream()
                        .filter(facility -> shown.contains(facility.id()))
                        .map(facility -> new Place(facility, accounts.of(facility.id())))
                        .toList());
        page.addAttribute(
                "mine",
                all.stream()
                        .filter(facility -> administered.contains(facility.id()))
                        .toList());
        page.addAttribute("form", form);
        return "channels/index";
    }
}
