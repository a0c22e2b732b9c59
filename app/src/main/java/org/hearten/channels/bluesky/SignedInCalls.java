package org.hearten.channels.bluesky;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.hearten.channels.AccountId;
import org.hearten.channels.Trouble;
import org.springframework.stereotype.Component;

/**
 * Calls with an account's session and renews it when its token is spent. A token is checked before a server does
 * anything, so the call may be made again after such an answer, once.
 */
@Component
class SignedInCalls {
    sealed interface Outcome {
        record Answered(Answer answer, Session session) implements Outcome {}

        /** The call was not made: the network refuses the credentials. */
        record Refused(String words) implements Outcome {}

        /** The call was not made: the session could not be renewed just now. */
        record NotNow(Answer answer) implements Outcome {}
    }

    private final SignIn signIn;
    private final AccountKeeper keeper;
    private final ConcurrentHashMap<AccountId, ReentrantLock> renewing = new ConcurrentHashMap<>();

    SignedInCalls(SignIn signIn, AccountKeeper keeper) {
        this.signIn = signIn;
        this.keeper = keeper;
    }

    Outcome call(AccountId account, Function<Session, Answer> call) {
        var kept = keeper.find(account).orElse(null);
        if (kept == null) return new Outcome.Refused("This account was never connected");
        if (kept.refusal() != null) return new Outcome.Refused(kept.refusal());

        var answer = call.apply(kept.session());
        if (answer instanceof Answer.No no && no.isAboutTheToken()) {
            return switch (renew(account, kept.session())) {
                case SignIn.Outcome.In(var fresh) -> note(account, fresh, call.apply(fresh));
                case SignIn.Outcome.Refused(var words) -> new Outcome.Refused(words);
                case SignIn.Outcome.NotNow(var why) -> notNow(account, why);
            };
        } else {
            return note(account, kept.session(), answer);
        }
    }

    /** One renewal at a time for an account: whoever waited finds the other's fresh session and uses it. */
    private SignIn.Outcome renew(AccountId account, Session spent) {
        var lock = renewing.computeIfAbsent(account, _ -> new ReentrantLock());
        lock.lock();
        try {
            var now = keeper.find(account).map(AccountKeeper.Kept::session).orElse(spent);
            return now.accessToken().equals(spent.accessToken())
                    ? renewAndKeep(account, now)
                    : new SignIn.Outcome.In(now);
        } finally {
            lock.unlock();
        }
    }

    private SignIn.Outcome renewAndKeep(AccountId account, Session spent) {
        var outcome = signIn.again(spent);
        return switch (outcome) {
            case SignIn.Outcome.In(var fresh) -> new SignIn.Outcome.In(keeper.replace(account, spent, fresh));
            case SignIn.Outcome.Refused(var words) -> {
                keeper.refused(account, spent, words);
                yield outcome;
            }
            case SignIn.Outcome.NotNow _ -> outcome;
        };
    }

    private Outcome note(AccountId account, Session session, Answer answer) {
        switch (answer) {
            case Answer.Yes _ -> keeper.working(account);
            case Answer.No no
            when no.isAboutTheAccount() -> {
                keeper.refused(account, session, no.words());
                return new Outcome.Refused(no.words());
            }
            case Answer.No no when no.quietUntil() != null -> keeper.troubled(account, Trouble.ASKED_TO_WAIT);
            case Answer.No no when no.isServersFault() -> keeper.troubled(account, Trouble.SERVER_ERROR);
            case Answer.No _ -> {} // it concerns the request, not the account
            case Answer.NeverLeft(var trouble) -> keeper.troubled(account, trouble);
            case Answer.Silence(var trouble) -> keeper.troubled(account, trouble);
        }
        return new Outcome.Answered(answer, session);
    }

    private Outcome notNow(AccountId account, Answer why) {
        switch (why) {
            case Answer.NeverLeft(var trouble) -> keeper.troubled(account, trouble);
            case Answer.Silence(var trouble) -> keeper.troubled(account, trouble);
            case Answer.Yes _, Answer.No _ -> keeper.troubled(account, Trouble.SERVER_ERROR);
        }
        return new Outcome.NotNow(why);
    }
}
