package org.hearten.guard.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearten.guard.Context;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.text.Finder;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;
import org.junit.jupiter.api.Test;

/** Where a pattern is looked for: only near what it needs, and everywhere near it. */
class SearchTests {
    private static final Finder WORD = Finder.exact("key");

    @Test
    void a_pattern_that_needs_a_digit_is_sought_forty_characters_around_each() {
        assertThat(near("key" + dots(37) + "7")).containsExactly(0);
        assertThat(near("key" + dots(38) + "7")).isEmpty();
        assertThat(near("7" + dots(36) + "key")).containsExactly(37);
        assertThat(near("7" + dots(37) + "key")).isEmpty();
        assertThat(near("key " + dots(60))).isEmpty();
        assertThat(near("9key")).containsExactly(1);
        assertThat(near("0key")).containsExactly(1);
    }

    @Test
    void windows_that_touch_are_searched_as_one_and_each_hit_is_told_once() {
        assertThat(near("1" + dots(20) + "key" + dots(20) + "2")).containsExactly(21);
        assertThat(near("1" + dots(78) + "key2")).containsExactly(79);
        assertThat(near("1 key" + dots(100) + "key 2")).containsExactly(2, 105);
    }

    @Test
    void a_pattern_before_a_sign_begins_before_the_last_one_and_may_end_behind_it() {
        var hits = new ArrayList<Integer>();
        search("key@" + dots(10) + "key@ key").nearAts(WORD, hit -> hits.add(hit.start()));
        assertThat(hits).containsExactly(0, 14);

        hits.clear();
        search("key@" + dots(10) + "key@ key").aroundAts(WORD, hit -> hits.add(hit.start()));
        assertThat(hits).containsExactly(0, 14, 19);
    }

    @Test
    void a_sign_reaches_130_characters_back_and_400_on() {
        var hits = new ArrayList<Integer>();
        search("key" + dots(127) + "@" + dots(396) + "key").aroundAts(WORD, hit -> hits.add(hit.start()));
        assertThat(hits).containsExactly(0, 527);

        hits.clear();
        search("key" + dots(128) + "@" + dots(397) + "key").aroundAts(WORD, hit -> hits.add(hit.start()));
        assertThat(hits).isEmpty();
    }

    @Test
    void only_a_dot_between_letters_counts() {
        assertThat(nearDots("key a.b")).containsExactly(0);
        assertThat(nearDots("key 1.b")).containsExactly(0);
        assertThat(nearDots("key a.1")).isEmpty();
        assertThat(nearDots("key a. b")).isEmpty();
        assertThat(nearDots("key .b")).isEmpty();
        assertThat(nearDots("key a.")).isEmpty();
        assertThat(nearDots(".key")).isEmpty();
        assertThat(nearDots("a.b key")).isEmpty();
    }

    @Test
    void a_signature_is_sought_in_the_last_150_characters() {
        assertThat(atTheEnd("key" + dots(147))).containsExactly(0);
        assertThat(atTheEnd("key" + dots(148))).isEmpty();
        assertThat(atTheEnd("key")).containsExactly(0);
    }

    @Test
    void before_a_word_each_hit_is_told_once_though_the_word_comes_again() {
        assertThat(before("key dot dot")).containsExactly(0);
        assertThat(before("key dot key dot")).containsExactly(0, 8);
        assertThat(before("key" + dots(127) + "dot")).containsExactly(0);
        assertThat(before("key" + dots(128) + "dot")).isEmpty();
        assertThat(before("dot key")).isEmpty();
    }

    @Test
    void it_knows_what_signs_there_are() {
        assertThat(search("a1").hasDigits()).isTrue();
        assertThat(search("ab").hasDigits()).isFalse();
        assertThat(search("a@").hasAt()).isTrue();
        assertThat(search("ab").hasAt()).isFalse();
        assertThat(search("a \u0905").hasDevanagari()).isTrue();
        assertThat(search("a \u097F").hasDevanagari()).isTrue();
        assertThat(search("a \u0985").hasDevanagari()).isFalse();
        assertThat(search("abc").hasDevanagari()).isFalse();
        assertThat(search("my key").mentions(WORD)).isTrue();
        assertThat(search("my kit").mentions(WORD)).isFalse();
    }

    @Test
    void an_empty_stretch_is_no_match() {
        var search = search("abc");

        search.add(new EmailAddresses(), 1, 1, 0.9);
        search.add(new EmailAddresses(), 2, 1, 0.9);
        search.add(new EmailAddresses(), 1, 2, 0.9);

        assertThat(search.matches()).hasSize(1);
    }

    @Test
    void everywhere_is_everywhere() {
        var hits = new ArrayList<Integer>();
        search("key" + dots(900) + "key").everywhere(WORD, hit -> hits.add(hit.start()));

        assertThat(hits).containsExactly(0, 903);
    }

    private static List<Integer> near(String text) {
        var hits = new ArrayList<Integer>();
        search(text).nearDigits(WORD, hit -> hits.add(hit.start()));
        return hits;
    }

    private static List<Integer> nearDots(String text) {
        var hits = new ArrayList<Integer>();
        search(text).nearDots(WORD, hit -> hits.add(hit.start()));
        return hits;
    }

    private static List<Integer> atTheEnd(String text) {
        var hits = new ArrayList<Integer>();
        search(text).atTheEnd(WORD, hit -> hits.add(hit.start()));
        return hits;
    }

    private static List<Integer> before(String text) {
        var hits = new ArrayList<Integer>();
        search(text).before("dot", WORD, hit -> hits.add(hit.start()));
        return hits;
    }

    private static String dots(int count) {
        return "-".repeat(count);
    }

    private static Search search(String text) {
        var folded = FoldedText.of(text);
        return new Search(folded, Tokens.of(folded), Context.of(Jurisdiction.IN, "post", LocalDate.of(2026, 11, 24)));
    }
}
