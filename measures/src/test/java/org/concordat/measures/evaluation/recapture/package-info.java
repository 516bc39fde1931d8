/** Tests of capture-recapture, against closed forms and R. */
@NullMarked
package org.concordat.measures.evaluation.recapture;

import org.jspecify.annotations.NullMarked;
