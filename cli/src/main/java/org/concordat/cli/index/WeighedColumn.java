package org.concordat.cli.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.measures.indices.ZScoreIndex.Worse;
import picocli.CommandLine.ITypeConverter;

/**
 * A column of the table that takes part in the index, as it is written on the command line.
 *
 * @param name of the column
 * @param weight above 0
 * @param worse which of its figures are the worse ones
 */
record WeighedColumn(String name, double weight, Worse worse) {
    /** Reads {@code COL}, {@code COL=WEIGHT}, and either with {@code :low} at its end. */
    static final class Converter implements ITypeConverter<WeighedColumn> {
        private static final Pattern SHAPE = Pattern.compile("([^=]+?)(?:=(\\d{0,9}(?:\\.\\d{1,9})?))?(:low|:high)?");

        @Override
        public WeighedColumn convert(String text) {
            Matcher parts = SHAPE.matcher(text);
            String weight = parts.matches() && parts.group(2) != null ? parts.group(2) : "1";
            if (!parts.matches() || weight.isEmpty() || !(Double.parseDouble(weight) > 0)) {
                throw new CommandException(
                        "WRONG-USE",
                        ExitCode.WRONG_USE,
                        "--indicator is a column, with a weight above 0 or without, and :low where low figures are the worse"
                                + " ones: Income_rank=0.225, life_expectancy:low.");
            }
            return new WeighedColumn(
                    parts.group(1), Double.parseDouble(weight), ":low".equals(parts.group(3)) ? Worse.LOW : Worse.HIGH);
        }
    }
}
