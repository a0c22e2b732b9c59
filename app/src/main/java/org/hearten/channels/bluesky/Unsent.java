package org.hearten.channels.bluesky;

import org.hearten.channels.NetworkSilent;
import org.hearten.channels.SendResult;
import org.hearten.channels.Trouble;
import tools.jackson.databind.JsonNode;

/** What an outcome means when nothing that could create the post has left, or the server certainly did not take it. */
final class Unsent {
    private Unsent() {}

    static SendResult of(SignedInCalls.Outcome outcome) {
        return switch (outcome) {
            case SignedInCalls.Outcome.Refused(var words) -> new SendResult.Disconnected(words);
            case SignedInCalls.Outcome.Answered(var answer, _) -> of(answer);
            case SignedInCalls.Outcome.NotNow(var answer) -> later(answer);
        };
    }

    static SendResult of(Answer answer) {
        return answer instanceof Answer.No no && no.isFinal() ? new SendResult.Refused(no.words()) : later(answer);
    }

    private static SendResult later(Answer answer) {
        return answer instanceof Answer.No no && no.quietUntil() != null
                ? new SendResult.RateLimited(no.quietUntil())
                : new SendResult.RetryLater(trouble(answer).name());
    }

    /** @throws NetworkSilent unless the server answered the question */
    static JsonNode bodyOrSilent(SignedInCalls.Outcome outcome) {
        if (outcome instanceof SignedInCalls.Outcome.Answered(Answer.Yes(var body), _)) {
            return body;
        } else {
            var until = of(outcome) instanceof SendResult.RateLimited(var quiet) ? quiet : null;
            throw new NetworkSilent(trouble(outcome), until);
        }
    }

    static Trouble trouble(SignedInCalls.Outcome outcome) {
        return switch (outcome) {
            case SignedInCalls.Outcome.Refused _ -> Trouble.NOT_CONNECTED;
            case SignedInCalls.Outcome.Answered(var answer, _) -> trouble(answer);
            case SignedInCalls.Outcome.NotNow(var answer) -> trouble(answer);
        };
    }

    static Trouble trouble(Answer answer) {
        return switch (answer) {
            case Answer.Yes _ -> Trouble.NOT_UNDERSTOOD;
            case Answer.No no -> no.quietUntil() == null ? Trouble.SERVER_ERROR : Trouble.ASKED_TO_WAIT;
            case Answer.NeverLeft(var trouble) -> trouble;
            case Answer.Silence(var trouble) -> trouble;
        };
    }
}
