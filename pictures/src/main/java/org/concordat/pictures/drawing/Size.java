package org.concordat.pictures.drawing;

/**
 * The two widths every picture is drawn at, so that its words stay readable on a telephone: a page shows the one that
 * fits and hides the other. Units are CSS pixels when shown at full width.
 */
public enum Size {
    /** For screens from 641 px and for paper. */
    WIDE(720, 15),
    /** For screens of 320 to 640 px. */
    NARROW(330, 14);

    private final int width;
    private final int fontSize;

    Size(int width, int fontSize) {
        this.width = width;
        this.fontSize = fontSize;
    }

    public int width() {
        return width;
    }

    public int fontSize() {
        return fontSize;
    }

    /** The height of one line of text. */
    public double line() {
        return fontSize * 1.3;
    }
}
