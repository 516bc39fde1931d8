/**
 * Turns a YAML file into values that know their line, and says everything that is wrong with it at once.
 *
 * <p>Start at {@link org.concordat.policy.reading.YamlFile}, which reads with limits, and {@link
 * org.concordat.policy.reading.Shape}, which says what a file may hold. A shape checks a file and writes its JSON Schema, so
 * the two cannot differ.
 *
 * <p>Promises: every value is text until a shape says otherwise (no YAML typing, aliases, tags); what a shape does not know
 * is an error; memory is bounded by {@link org.concordat.policy.reading.YamlFile#LONGEST_CHARACTERS}. Leaves to others
 * whether what a file names exists.
 */
@NullMarked
package org.concordat.policy.reading;

import org.jspecify.annotations.NullMarked;
