/**
 * The command {@code demo}: a whole run on the made-up town of Tideford, from its agencies' messy files to a report
 * that is scored by the town's own truth. Start at {@link org.concordat.cli.demo.DemoCommand}.
 *
 * <p>No person in it exists. The linking gets the agencies' files as they are and no configuration; the truth is read
 * only afterwards.
 */
@NullMarked
package org.concordat.cli.demo;

import org.jspecify.annotations.NullMarked;
