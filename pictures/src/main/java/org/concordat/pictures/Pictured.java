package org.concordat.pictures;

/** Whatever can be drawn: every chart, map and diagram of this library. */
@FunctionalInterface
public interface Pictured {
    /** The finished picture. */
    Picture picture();
}
