/**
 * Questions about a whole partnership: who may receive what from whom, what almost may and why not yet, what each organisation
 * should offer and may expect, what stops when something falls away, what is due for review, what hangs on one person.
 *
 * <p>Start at {@link org.concordat.policy.questions.Flows}, then {@link org.concordat.policy.questions.Offers}, {@link
 * org.concordat.policy.questions.Impact}, {@link org.concordat.policy.questions.Reviews} and {@link
 * org.concordat.policy.questions.SingleSignatures}. Each takes a checked folder and the day it is asked about.
 *
 * <p>Promises: nothing here has an opinion of its own on what may be shared; every answer is what {@link
 * org.concordat.policy.decide.Decider} said of that very share, in the partnership as it is or as it would be. An answer here
 * permits nothing: each share is decided when it happens, with the facts of that day.
 */
@NullMarked
package org.concordat.policy.questions;

import org.jspecify.annotations.NullMarked;
