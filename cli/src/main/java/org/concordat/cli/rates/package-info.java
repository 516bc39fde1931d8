/**
 * The command {@code rates}: from counts to the figures that local analysts publish, with intervals, comparison, trend, and
 * small counts marked. Start at {@link org.concordat.cli.rates.RatesCommand}.
 *
 * <p>Reads one table whole and writes a folder that appears only when it is complete: the figures with their metadata, and a
 * page. Hides what rests on few people, and nothing that could be worked out from it: whether a hidden figure follows from
 * totals or from other releases is for the commands that protect and audit tables.
 */
@NullMarked
package org.concordat.cli.rates;

import org.jspecify.annotations.NullMarked;
