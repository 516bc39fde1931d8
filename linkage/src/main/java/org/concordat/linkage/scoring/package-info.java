/**
 * Compares all candidate pairs and keeps those that may be one person. Start at {@link
 * org.concordat.linkage.scoring.Scan}.
 *
 * <p>Memory grows with records and kept links, never with candidate pairs. The answer does not depend on the number of
 * threads.
 */
@NullMarked
package org.concordat.linkage.scoring;

import org.jspecify.annotations.NullMarked;
