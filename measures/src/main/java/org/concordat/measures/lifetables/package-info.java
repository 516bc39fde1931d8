/**
 * How long people can expect to live at the death rates of one place and time. Start at {@link
 * org.concordat.measures.lifetables.LifeTable#of}. Needs deaths and years lived by age band from birth on, unbroken, the
 * last band open, as in the usual abridged table (0, 1-4, 5-9 … 90+). Refuses, with the reason, fewer than 5,000
 * years lived, no death in the last band, and more deaths than years lived in any; gives no value, only its interval, where
 * that is wider than 20 years. Chiang (1968, 1984) with the variance of the last band after Silcocks, Jenner and Reza
 * (2001), for small areas as Eayres and Williams (2004) and Toson and Baker (2003) advise, as PHEindicatormethods does it.
 */
@NullMarked
package org.concordat.measures.lifetables;

import org.jspecify.annotations.NullMarked;
