package org.hearten.auditors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearten.audit.AuditTrail;
import org.hearten.facilities.Facilities;
import org.hearten.people.Allowed;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class AuditController {
    static final int ENTRIES_A_PAGE = 50;

    private final AuditTrail trail;
    private final ChainStanding chain;
    private final People people;
    private final Facilities facilities;

    AuditController(AuditTrail trail, ChainStanding chain, People people, Facilities facilities) {
        this.trail = trail;
        this.chain = chain;
        this.people = people;
        this.facilities = facilities;
    }

    @GetMapping("/audit")
    @Allowed({Role.AUDITOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR})
    String index(SignedIn me, @ModelAttribute Search search, Words words, Model page) {
        var open = me.facilities(Role.AUDITOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR);
        var found = trail.page(search.in(words.zone(), open), search.after(), ENTRIES_A_PAGE + 1);
        var more = found.size() > ENTRIES_A_PAGE;
        page.addAttribute("search", search);
        page.addAttribute("entries", more ? found.subList(0, ENTRIES_A_PAGE) : found);
        page.addAttribute("next", more ? search.next(found.get(ENTRIES_A_PAGE - 1)) : "");
        page.addAttribute("people", people.names());
        page.addAttribute("facilities", facilityNames(words));
        page.addAttribute("actions", trail.actions());
        page.addAttribute("open", open.stream().map(each -> each.value()).collect(Collectors.toSet()));
        return "auditors/index";
    }

    /** Loaded after the page: reading the whole chain takes longer than showing fifty lines of it. */
    @GetMapping("/audit/chain")
    @Allowed({Role.AUDITOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR})
    String chain(SignedIn me, Model page) {
        page.addAttribute("report", chain.of(me.organisation()));
        return "auditors/_chain";
    }

    private Map<UUID, String> facilityNames(Words words) {
        var names = new LinkedHashMap<UUID, String>();
        facilities.all().forEach(each -> names.put(each.id().value(), each.name(words.lang())));
        return names;
    }
}
