package org.concordat.linkage.blocking;

/** Spreads keys over hash tables. */
final class Mixing {
    private Mixing() {}

    /**
     * A number in which every bit depends on every bit of the value: the last step of MurmurHash3 by Austin Appleby.
     * Rules' keys are products themselves, and one more multiplication alone leaves them in long runs.
     */
    static int spread(int value) {
        int mixed = value ^ value >>> 16;
        mixed *= 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        mixed *= 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
