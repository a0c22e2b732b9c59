package org.hearten.channels.bluesky;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.hearten.channels.AccountTaken;
import org.hearten.channels.ChannelsPage;
import org.hearten.channels.ConnectForm;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BlueskyController {
    private final BlueskyAccounts accounts;
    private final ChannelsPage channels;

    BlueskyController(BlueskyAccounts accounts, ChannelsPage channels) {
        this.accounts = accounts;
        this.channels = channels;
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/channels/bluesky")
    String connect(
            SignedIn me,
            @RequestParam UUID facility,
            @RequestParam(defaultValue = "") String handle,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String server,
            Flash flash,
            HttpServletResponse response,
            Model page) {
        var problem = problem(me, facility, handle, password, server);
        if (problem == null) {
            flash.say("channels.bluesky.connected");
            return "redirect:/channels";
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return channels.fill(me, new ConnectForm(facility, handle, server, problem.key(), problem.words()), page);
        }
    }

    private record Problem(String key, String words) {}

    private @Nullable Problem problem(SignedIn me, UUID facility, String handle, String password, String server) {
        if (handle.isBlank()) return new Problem("channels.bluesky.problem.handle", "");
        try {
            return switch (accounts.connect(new FacilityId(me.organisation(), facility), handle, password, server)) {
                case BlueskyAccounts.Connection.Connected _ -> null;
                case BlueskyAccounts.Connection.Refused(var words) ->
                    new Problem("channels.bluesky.problem.refused", words);
                case BlueskyAccounts.Connection.NotReached(var trouble) ->
                    new Problem("channels.Trouble." + trouble.name(), "");
                case BlueskyAccounts.Connection.AddressNotAllowed _ ->
                    new Problem("channels.bluesky.problem.address", "");
                case BlueskyAccounts.Connection.NotAnAppPassword _ ->
                    new Problem("channels.bluesky.problem.password", "");
            };
        } catch (AccountTaken taken) {
            return new Problem(taken.messageKey(), "");
        }
    }
}
