package org.concordat.files.columns;

import java.time.LocalDate;
import java.util.Set;
import org.concordat.files.values.DateOrder;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are written, as far as the sample shows; shares are of the filled values, from 0 to 1.
 *
 * @param rows how many rows the sample had
 * @param filled how many of them had a value
 * @param distinct how many different values there were
 * @param integers share that is digits only
 * @param letters share with at least one letter
 * @param severalWords share with a space, comma or the like between letters
 * @param nhsNumbers share that is ten digits with a right check digit
 * @param nationalInsuranceNumbers share of the form of a National Insurance number
 * @param britishPostcodes share of the form of a British postcode
 * @param emails share that looks like an e-mail address
 * @param sexes share that is a word or code for a sex
 * @param surnameFirst whether values of several words have the given name last far more often than first
 * @param dates how dates are written, or {@code null} where fewer than a fifth of the values are dates
 */
public record ColumnHabits(
        int rows,
        int filled,
        int distinct,
        double integers,
        double letters,
        double severalWords,
        double nhsNumbers,
        double nationalInsuranceNumbers,
        double britishPostcodes,
        double emails,
        double sexes,
        boolean surnameFirst,
        @Nullable DateHabits dates) {

    /** A column of which nothing is known. */
    public static final ColumnHabits UNKNOWN = new ColumnHabits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, null);

    /** Whether every filled value of a sample of some size is the same, so that the column tells nobody apart. */
    public boolean isConstant() {
        return filled >= 20 && distinct == 1;
    }

    /** Whether no two rows of the sample share a value. */
    public boolean isUnique() {
        return filled > 0 && distinct == filled;
    }

    /** Whether postcodes in this column are to be read by British rules. */
    public boolean isBritish() {
        return britishPostcodes >= 0.5;
    }

    /**
     * How the dates of a column are written.
     *
     * @param share how many of the filled values are dates in this order
     * @param order which part comes first
     * @param eitherOrder whether day first and month first read all of the sample equally well
     * @param usualLatest the day that all but one in a hundred of the dates do not pass
     * @param yearsSpanned how many years lie between the earliest and latest twentieth of the dates
     * @param yearOnly whether 1 January stands for "only the year is known": one in twenty dates, over twenty years
     * @param tooOften dates that stand so often that they must be placeholders, if they are of that kind at all
     */
    public record DateHabits(
            double share,
            DateOrder order,
            boolean eitherOrder,
            LocalDate usualLatest,
            int yearsSpanned,
            boolean yearOnly,
            Set<LocalDate> tooOften) {

        /** Keeps its own copy. */
        public DateHabits {
            tooOften = Set.copyOf(tooOften);
        }
    }
}
