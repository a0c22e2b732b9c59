package org.hearten.clearance;

import java.util.List;

/** What all rules said, in full: the cleared ones too, since they answer "why was this allowed". */
public record Answer(List<Said> said) {

    public record Said(String rule, Verdict verdict) {}

    public boolean cleared() {
        return !said.isEmpty() && said.stream().allMatch(each -> each.verdict() instanceof Verdict.Cleared);
    }

    public List<Said> held() {
        return said.stream()
                .filter(each -> each.verdict() instanceof Verdict.Held)
                .toList();
    }
}
