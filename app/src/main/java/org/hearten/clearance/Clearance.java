package org.hearten.clearance;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks every rule. With no rule at all nothing may leave. */
@Service
public class Clearance {
    private final List<ClearanceRule> rules;

    Clearance(List<ClearanceRule> rules) {
        this.rules = rules;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Answer ask(Departure departure) {
        return new Answer(rules.stream()
                .map(rule -> new Answer.Said(rule.name(), rule.judge(departure)))
                .toList());
    }
}
