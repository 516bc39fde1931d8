package org.concordat.synthetic.names;

/**
 * A naming tradition, with the share of an English town's households that follow it.
 *
 * <p>Shares follow Census 2021 for England and Wales, table TS021 ethnic group, rounded (Office for National Statistics,
 * Open Government Licence v3); how groups map to naming traditions is an assumption.
 */
public enum Tradition {
    BRITISH(.815),
    /** Pakistani, Bangladeshi and other South Asian Muslim names: surnames are often not shared within a family. */
    MUSLIM(.048),
    HINDU(.022),
    /** Singh and Kaur, as surname or as middle name before a family name. */
    SIKH(.011),
    /** Polish: women's surnames end in -ska where men's end in -ski; letters with accents. */
    POLISH(.026),
    ROMANIAN(.014),
    /** Chinese: surname first in its own order, two-part given names, often an English name beside. */
    CHINESE(.011),
    ARABIC(.014),
    AFRICAN(.024),
    /** Portuguese and Spanish: two surnames, of which clerks take one. */
    IBERIAN(.015);

    private final double share;

    Tradition(double share) {
        this.share = share;
    }

    /** Share of households, from 0 to 1; all shares sum to one. */
    public double share() {
        return share;
    }
}
