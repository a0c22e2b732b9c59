package org.hearten.channels;

import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what each facility speaks through and how it is doing. */
@Controller
class ChannelsController {
    private final ChannelsPage channels;
    private final String blueskyServer;

    ChannelsController(
            ChannelsPage channels,
            @Value("${hearten.channels.bluesky.server:https://bsky.social}") String blueskyServer) {
        this.channels = channels;
        this.blueskyServer = blueskyServer;
    }

    /** With a handle, the form is ready to connect that account again. */
    @Allowed({Role.ADMINISTRATOR, Role.PUBLISHER, Role.COMPLIANCE_OFFICER})
    @GetMapping("/channels")
    String index(
            SignedIn me,
            @RequestParam(required = false) @Nullable UUID facility,
            @RequestParam(defaultValue = "") String handle,
            Model page) {
        return channels.fill(me, new ConnectForm(facility, handle, blueskyServer, null, ""), page);
    }
}
