/**
 * A house that breaks every rule of {@link org.concordat.house.LibraryRules}, so that each rule is seen to fail.
 *
 * <p>Start at {@link org.concordat.house.badexample.files.Careless}.
 */
@NullMarked
package org.concordat.house.badexample;

import org.jspecify.annotations.NullMarked;
