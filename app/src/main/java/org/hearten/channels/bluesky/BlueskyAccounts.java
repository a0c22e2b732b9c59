package org.hearten.channels.bluesky;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hearten.channels.AccountId;
import org.hearten.channels.Trouble;
import org.hearten.facilities.FacilityId;
import org.springframework.stereotype.Service;

/** Connects a facility's Bluesky account, and connects it again. What fails here leaves the account as it was. */
@Service
public class BlueskyAccounts {
    public sealed interface Connection {
        record Connected(AccountId account) implements Connection {}

        /** The network's own words. */
        record Refused(String words) implements Connection {}

        record NotReached(Trouble trouble) implements Connection {}

        record AddressNotAllowed() implements Connection {}

        /** It looks like the account's own password, which nobody should give to a program. */
        record NotAnAppPassword() implements Connection {}
    }

    private static final Pattern APP_PASSWORD = Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
    // What comes along when a handle is copied from a page: spaces and marks of direction.
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cf}]");

    private final SignIn signIn;
    private final StoredAccounts accounts;
    private final ServerAddresses addresses;
    private final Xrpc xrpc;

    BlueskyAccounts(SignIn signIn, StoredAccounts accounts, ServerAddresses addresses, Xrpc xrpc) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.addresses = addresses;
        this.xrpc = xrpc;
    }

    public Connection connect(FacilityId facility, String handle, String appPassword, String server) {
        var address = addresses.allowed(server).orElse(null);
        var password = INVISIBLE.matcher(appPassword).replaceAll("");
        if (address == null) {
            return new Connection.AddressNotAllowed();
        } else if (!APP_PASSWORD.matcher(password).matches()) {
            return new Connection.NotAnAppPassword();
        } else {
            return switch (signIn.with(address, plain(handle), password)) {
                case SignIn.Outcome.In(var session) ->
                    new Connection.Connected(accounts.connect(facility, session, displayName(session)));
                case SignIn.Outcome.Refused(var words) -> new Connection.Refused(words);
                case SignIn.Outcome.NotNow(Answer.No no) when no.isFinal() -> new Connection.Refused(no.words());
                case SignIn.Outcome.NotNow(var why) -> new Connection.NotReached(Unsent.trouble(why));
            };
        }
    }

    private static String plain(String handle) {
        var visible = INVISIBLE.matcher(handle).replaceAll("");
        return (visible.startsWith("@") ? visible.substring(1) : visible).toLowerCase(Locale.ROOT);
    }

    /** Nice to have: an account without one, or a slow network, shows its handle. */
    private String displayName(Session session) {
        var answer = xrpc.ask(
                session.pds(),
                "app.bsky.actor.getProfile",
                session.accessToken(),
                List.of(entry("actor", session.did())));
        var name = answer instanceof Answer.Yes(var profile)
                ? profile.path("displayName").asString("")
                : "";
        return name.isBlank() ? session.handle() : name;
    }
}
