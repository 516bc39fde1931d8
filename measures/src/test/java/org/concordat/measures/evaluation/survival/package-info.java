/** Tests of survival and pathways, against Gehan's published data and R. */
@NullMarked
package org.concordat.measures.evaluation.survival;

import org.jspecify.annotations.NullMarked;
