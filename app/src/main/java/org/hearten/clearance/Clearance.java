package org.hearten.clearance;

import java.util.ArrayList;
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
        return ask(List.of(departure)).getFirst();
    }

    /**
     * Each rule is asked once, for all of them.
     *
     * @return one answer for each, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Answer> ask(List<Departure> departures) {
        var said = new ArrayList<List<Answer.Said>>();
        departures.forEach(ignored -> said.add(new ArrayList<>()));
        for (var rule : departures.isEmpty() ? List.<ClearanceRule>of() : rules) {
            var verdicts = rule.judge(departures);
            if (verdicts.size() != departures.size()) {
                throw new IllegalStateException("The rule " + rule.name() + " did not answer for every departure");
            }
            for (int place = 0; place < verdicts.size(); place++) {
                said.get(place).add(new Answer.Said(rule.name(), verdicts.get(place)));
            }
        }
        return said.stream().map(Answer::new).toList();
    }
}
