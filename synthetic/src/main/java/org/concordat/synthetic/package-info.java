/**
 * Makes Tideford, a seeded, made-up English town: areas, people, agencies and their messy files, truth kept apart.
 *
 * <p>Start at {@link org.concordat.synthetic.Tideford}. The same plan gives the same bytes on any machine. Nobody in it
 * exists: names are drawn from published frequencies, numbers from ranges kept for tests, the place lies in the sea. What
 * happens to people is worked out in {@code people}, what agencies write about it in {@code records}; files go to a {@link
 * org.concordat.synthetic.Sink} that the caller hands in, so nothing here touches a disk.
 */
@NullMarked
package org.concordat.synthetic;

import org.jspecify.annotations.NullMarked;
