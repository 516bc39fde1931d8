/**
 * The law as data: which provision lets whom disclose what to whom for what, how well that was checked, and whether it is in
 * force.
 *
 * <p>Start at {@link org.concordat.policy.law.LawPack}. The pack for the United Kingdom lies beside this package as YAML;
 * another nation or year is another set of files, and no class here knows a statute.
 *
 * <p>Promises: a row whose text was not verified, or which is not known to be in force as it stands, says so and never counts
 * until an officer records having checked it ({@link org.concordat.policy.law.Verification}); a restriction counts whatever its
 * mark. Facts for engineers, not legal advice.
 */
@NullMarked
package org.concordat.policy.law;

import org.jspecify.annotations.NullMarked;
