/**
 * May this be shared? Agreements as files, the law as data, and a decision that follows from both and from facts.
 *
 * <p>Packages, each leaning only on earlier ones: {@code words} (the vocabulary), {@code reading} (files to values with
 * lines), {@code law} (gateways and restrictions), {@code agreements} (what was agreed and signed), {@code decide} (the four
 * steps), {@code questions} (what follows for a whole partnership).
 *
 * <p>Promises: the same request, facts, agreements and law give the same decision; nothing is permitted that was not
 * answered step by step; nothing in the code knows a statute's name. Reads no clock and no disk: dates and streams are
 * handed in.
 */
@NullMarked
package org.concordat.policy;

import org.jspecify.annotations.NullMarked;
