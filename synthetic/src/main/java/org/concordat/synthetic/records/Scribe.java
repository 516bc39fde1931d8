package org.concordat.synthetic.records;

import org.concordat.synthetic.chance.Dice;

/**
 * Who writes one record: the agency's rates, and how careless this clerk is today.
 *
 * @param agency whose clerk
 * @param rates how often its mistakes befall
 * @param dice of this record
 * @param carelessness factor on all rates; its mean over records is one
 */
record Scribe(Agency agency, MistakeRates rates, Dice dice, double carelessness) {
    /** Rates above this are habits of the agency rather than slips, and no careful clerk avoids them. */
    private static final double HABIT = .12;

    boolean errs(Mistake mistake) {
        double rate = rates.rate(agency, mistake);
        return dice.chance(rate > HABIT ? rate : rate * carelessness);
    }
}
