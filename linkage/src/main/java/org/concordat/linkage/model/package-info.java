/**
 * What agreement is worth: a Fellegi-Sunter model with levels, trained without examples by expectation maximisation.
 * Start at {@link org.concordat.linkage.model.Model} and {@link org.concordat.linkage.model.Training}.
 *
 * <p>Three kinds of pair are told apart: one person, two members of one household, two strangers. Within a kind,
 * comparisons may depend on one other comparison each (a tree), so that what always agrees together is not counted
 * twice. Missing values carry no weight. {@link org.concordat.linkage.model.ModelFile} keeps a model for other records.
 */
@NullMarked
package org.concordat.linkage.model;

import org.jspecify.annotations.NullMarked;
