/**
 * What agreement is worth: a model after Fellegi and Sunter (1969), A theory for record linkage, with levels of
 * agreement, trained without examples by expectation maximisation. Start at {@link
 * org.concordat.linkage.model.Model} and {@link org.concordat.linkage.model.Training}.
 *
 * <p>Pairs are of one person, of two people who share something (a household, a street, a name), or of strangers. Within
 * each, a comparison may depend on one other (a tree; Chow and Liu, 1968), so that what always agrees together is not
 * counted twice. Needs compared pairs that hold nearly all matches, how many pairs there are in all, and random pairs.
 * Promises probabilities that sum to one, missing values without weight, and an honest word on convergence. A level that
 * training never met tells nothing for one person, and columns that cannot tell matches from chance are reported as such:
 * train on files like those to be linked. {@link
 * org.concordat.linkage.model.TermFrequencies} lets rare values weigh more; {@link
 * org.concordat.linkage.model.ModelFile} keeps a model for other records.
 */
@NullMarked
package org.concordat.linkage.model;

import org.jspecify.annotations.NullMarked;
