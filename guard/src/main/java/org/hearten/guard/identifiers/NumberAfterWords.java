package org.hearten.guard.identifiers;

import org.hearten.guard.text.Finder;

/** A number that only the words before it give away: "MRN 0048213", "policy no. is AB-12345". */
final class NumberAfterWords {
    private static final String GLUE =
            "(?:(?: ?(?:is|was|are|hai|h|no|num|number|nos|nr|id|code|card|ka|ki|ke|thi|tha|for|of|my|mera|meri)\\b\\.?)|(?: ?(?:से|है|क्रमांक|नंबर|संख्या|नं|क्र|आईडी|का|की)(?![\\p{L}\\p{M}])\\.?)|[ .:#=()\"'-]){0,10}?";
    private static final String NUMBER =
            "(?<![\\p{L}\\p{N}])((?=[a-z]{0,8}[ /-]?\\d|[a-z]{1,6}[/-][a-z]{1,6}[/-]?\\d)(?:[a-z]{1,8}(?:[/-]|[ ](?=\\d))?){0,2}\\d[0-9a-z]{0,20}(?:[/-][0-9a-z]{1,14}){0,4})(?![\\p{L}\\p{N}])";

    private NumberAfterWords() {}

    interface Place {
        void found(int start, int end);
    }

    static Finder pattern(String words) {
        return Finder.any("(?<![\\p{L}\\p{M}\\p{N}])(?:" + words + ")" + GLUE + NUMBER);
    }

    /** Hits with at least so many digits. */
    static void find(Search search, Finder pattern, int leastDigits, Place place) {
        search.nearDigits(pattern, hit -> {
            if (Checksums.digitsOf(hit.group(1)).length() >= leastDigits) place.found(hit.start(1), hit.end(1));
        });
    }
}
