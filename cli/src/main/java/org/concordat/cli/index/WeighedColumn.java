package org.concordat.cli.index;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.measures.indices.ZScoreIndex.Worse;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A column of the table that takes part in the index, as it is written on the command line.
 *
 * @param column of figures, or of counts
 * @param of the column of what is counted, by which counts are divided; empty where figures are taken as they are
 * @param weight above 0
 * @param worse which of its figures are the worse ones
 */
record WeighedColumn(String column, Optional<String> of, double weight, Worse worse) {
    /** What the Vulnerable Localities Index is made of, by the names of columns that it is looked for under. */
    static final List<WeighedColumn> VULNERABLE_LOCALITIES = List.of(
            counted("burglaries", "dwellings"),
            counted("criminal_damage", "dwellings"),
            new WeighedColumn("income_deprivation", Optional.empty(), 1, Worse.HIGH),
            new WeighedColumn("employment_deprivation", Optional.empty(), 1, Worse.HIGH),
            counted("aged_15_to_24", "residents"),
            counted("low_attainment", "residents"));

    private static WeighedColumn counted(String column, String of) {
        return new WeighedColumn(column, Optional.of(of), 1, Worse.HIGH);
    }

    /** What the indicator is called in the results. */
    String name() {
        return column + of.map(below -> " by " + below).orElse("");
    }

    /** Reads {@code COL}, {@code COL/OF}, either with {@code =WEIGHT}, and all with {@code :low} at their end. */
    static final class Converter implements ITypeConverter<WeighedColumn> {
        private static final Pattern SHAPE =
                Pattern.compile("([^=/]+?)(?:/([^=/]+?))?(?:=(\\d{0,9}(?:\\.\\d{1,9})?))?(:low|:high)?");

        @Override
        public WeighedColumn convert(String text) {
            Matcher parts = SHAPE.matcher(text);
            String weight = parts.matches() && parts.group(3) != null ? parts.group(3) : "1";
            if (!parts.matches() || weight.isEmpty() || !(Double.parseDouble(weight) > 0)) {
                throw new TypeConversionException(
                        "a column, or one of counts / one of what they are of, with a weight above 0 or without, and :low"
                                + " where low figures are the worse ones: Income_rank=0.225, burglaries/dwellings,"
                                + " life_expectancy:low");
            }
            return new WeighedColumn(
                    parts.group(1),
                    Optional.ofNullable(parts.group(2)),
                    Double.parseDouble(weight),
                    ":low".equals(parts.group(4)) ? Worse.LOW : Worse.HIGH);
        }
    }
}
