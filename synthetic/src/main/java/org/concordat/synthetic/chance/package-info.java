/**
 * Chance that repeats: every throw follows from a seed, on any machine and any Java.
 *
 * <p>Start at {@link org.concordat.synthetic.chance.Dice}; {@link org.concordat.synthetic.chance.Shuffle} gives each of
 * many things its own random-looking number; {@link org.concordat.synthetic.chance.WeightedChoice} draws by weight. All
 * are fast and none is fit for secrets.
 */
@NullMarked
package org.concordat.synthetic.chance;

import org.jspecify.annotations.NullMarked;
