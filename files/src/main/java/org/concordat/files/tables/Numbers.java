package org.concordat.files.tables;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Numbers and moments as text, the same for every format that has them as such. */
final class Numbers {

    private static final int MOST_DIGITS = 40;

    private Numbers() {}

    /** Without exponent or needless zeros; a binary fraction as its shortest decimal. */
    static String plain(BigDecimal number) {
        BigDecimal shortest =
                number.precision() > 15 && number.scale() > 0 ? BigDecimal.valueOf(number.doubleValue()) : number;
        BigDecimal stripped = shortest.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) > MOST_DIGITS ? stripped.toString() : stripped.toPlainString();
    }

    /** {@code null} for what is no number. */
    static @Nullable String plain(double number) {
        return Double.isNaN(number) || Double.isInfinite(number) ? null : plain(BigDecimal.valueOf(number));
    }

    /** A date alone where the time is midnight, for many systems keep dates as moments. */
    static String iso(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }
}
