/**
 * Dated, switchable packs of rules: what a law or a house policy does not allow in a text.
 *
 * <p>Text and patterns are folded alike ({@link org.hearten.guard.text.FoldedText}). A rule looks at one sentence or
 * the whole text. In that unit: {@code unless} silences the rule, {@code ignore} blanks what is harmless, and then any
 * pattern that still matches makes a finding. One Aho-Corasick pass over the literals that the patterns require comes
 * first; a pattern runs only where one of its literals stands, so a text without risky words costs one pass.
 */
@NullMarked
package org.hearten.guard.rules;

import org.jspecify.annotations.NullMarked;
