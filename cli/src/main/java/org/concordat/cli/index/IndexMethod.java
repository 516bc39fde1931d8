package org.concordat.cli.index;

/** The methods that put indicators together, by the names they have on the command line. */
enum IndexMethod {
    /** Ranks, exponentially transformed and weighed, as in England's Indices of Deprivation. */
    IOD(
            "English Indices of Deprivation",
            "Each indicator's ranks are turned into a scale from 0 to 100 on which only the most deprived areas stand high,"
                    + " then weighed and added, so that being well off in one thing does not make up for being among the most"
                    + " deprived in another (McLennan and others, The English Indices of Deprivation 2019: technical report,"
                    + " 2019). The score has no unit: twice the score is not twice the deprivation. Indices of different"
                    + " years cannot be subtracted."),
    /** The Vulnerable Localities Index. */
    VLI(
            "Vulnerable Localities Index",
            "Each indicator is divided by its mean over all areas of the table and multiplied by 100; the index is the mean of"
                    + " these (Chainey, Policing 2, 2008, 196-209). 100 is the mean of the areas looked at, and its author"
                    + " looks closer at areas over 200. Indices of two tables cannot be compared, since each has its own mean."),
    /** Weighed z-scores. */
    Z(
            "z-scores",
            "Each indicator is counted in standard deviations from its mean over all areas of the table, weighed and added. One"
                    + " wild figure makes all other differences of its indicator small.");

    private final String words;
    private final String explanation;

    IndexMethod(String words, String explanation) {
        this.words = words;
        this.explanation = explanation;
    }

    String words() {
        return words;
    }

    String explanation() {
        return explanation;
    }
}
