/** Tests of evaluation by matching, against MatchIt on Lalonde's data, published examples and slow references. */
@NullMarked
package org.concordat.measures.evaluation;

import org.jspecify.annotations.NullMarked;
