/**
 * The command {@code near-repeats}: whether events come back to the same place, or near it, sooner than chance would have it, as
 * tables and a page. Start at {@link org.concordat.cli.nearrepeats.NearRepeatsCommand}.
 *
 * <p>Counts repeats at the same place and pairs of events near in space and in time (Knox), against shuffled dates. Promises
 * that small counts are hidden, that rows without a place or a date are counted and said, and that the same seed gives the
 * same tables. Leaves the statistics to {@code measures}, and hotspots to the command {@code hotspots}.
 */
@NullMarked
package org.concordat.cli.nearrepeats;

import org.jspecify.annotations.NullMarked;
