/**
 * The words of Concordat as types: the same in code, in agreement files, in the law pack and on pages.
 *
 * <p>Each enum is one closed vocabulary. In files a word is written in lower case with hyphens ({@code housing-authority});
 * {@link org.concordat.policy.words.Word} turns one into the other and never guesses.
 *
 * <p>Start at {@link org.concordat.policy.words.SharingForm}. Any part of Concordat may use these words. What partners make
 * up themselves (organisations, datasets, purposes, roles) are ids in files, not words here.
 */
@NullMarked
package org.concordat.policy.words;

import org.jspecify.annotations.NullMarked;
