package org.concordat.measures.inequality;

/** The scale on which a figure's error is about the same to both sides, and on which it can be drawn at random. */
public enum ValueScale {
    /** As it is: life expectancy, means, indices. */
    PLAIN("plain values") {
        @Override
        double toScale(double value) {
            return value;
        }

        @Override
        double fromScale(double value) {
            return value;
        }
    },

    /** Logarithms: rates, which are above 0. */
    LOGARITHM("logarithms") {
        @Override
        double toScale(double value) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("on a logarithmic scale a rate is above 0, given " + value);
            }
            return Math.log(value);
        }

        @Override
        double fromScale(double value) {
            return Math.exp(value);
        }
    },

    /** Log odds: proportions, which lie between 0 and 1. */
    LOG_ODDS("log odds") {
        @Override
        double toScale(double value) {
            if (!(value > 0 && value < 1)) {
                throw new IllegalArgumentException(
                        "on a scale of log odds a proportion lies between 0 and 1, both excluded, given " + value);
            }
            return Math.log(value / (1 - value));
        }

        @Override
        double fromScale(double value) {
            return 1 / (1 + Math.exp(-value));
        }
    };

    private final String words;

    ValueScale(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract double toScale(double value);

    abstract double fromScale(double value);
}
