/**
 * What was agreed, by whom, and whether they signed it: files of organisations, teams, roles, datasets, purposes, code lists,
 * protocols, agreements, schedules, accessions, signatures and officers' verifications, read together.
 *
 * <p>Start at {@link org.concordat.policy.agreements.AgreementFolder}. {@link org.concordat.policy.agreements.FileShapes} says
 * what each kind of file may hold and is published as a JSON Schema beside this package.
 *
 * <p>Promises: a folder with any problem is not a folder; a schedule lies within its agreement and that within its protocol;
 * a signature holds only for the very text, parent, datasets and purposes that were signed. Leaves to {@code decide} whether a
 * share follows from it.
 */
@NullMarked
package org.concordat.policy.agreements;

import org.jspecify.annotations.NullMarked;
