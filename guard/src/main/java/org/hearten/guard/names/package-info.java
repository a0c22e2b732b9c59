/**
 * Finds names of people and places by a small trained tagger: a hashed-feature averaged perceptron.
 *
 * <p>The model in the resources is made by {@link org.hearten.guard.names.NameTrainer}; the same data and seed give the
 * same bytes. The lists of names and places come from the Faker projects (MIT), the English words from SCOWL; see NOTICE.
 */
@NullMarked
package org.hearten.guard.names;

import org.jspecify.annotations.NullMarked;
