/**
 * Tests of the house itself rather than of anything in it: the launcher, what may depend on what, what every source file
 * must look like, and whether the prose is true. They live in `cli` because it sees every module.
 *
 * <p>Rules are plain functions from text or classes to complaints ({@link org.concordat.house.SourceRules}, {@link
 * org.concordat.house.ProseRules}), so that each is also shown to fail on a small bad example.
 */
@NullMarked
package org.concordat.house;

import org.jspecify.annotations.NullMarked;
