package org.concordat.house.badexample.linkage;

/** Something of one library that the other must not use. */
public interface Wanted {
    int WEIGHT = Integer.parseInt("7");
}
