/** Measures speed and accuracy, ours beside peers' in one run. Not released. */
@NullMarked
package org.concordat.benchmarks;

import org.jspecify.annotations.NullMarked;
