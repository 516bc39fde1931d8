/**
 * Speed of disclosure control on a real table: general health in Trafford, output areas within LSOAs within MSOAs, 5,436
 * cells. Start at {@link org.concordat.benchmarks.disclosure.AttackBenchmark}. Prints figures and judges nothing; the goals
 * stand beside the figures in the README of this module.
 */
@NullMarked
package org.concordat.benchmarks.disclosure;

import org.jspecify.annotations.NullMarked;
