package org.concordat.cli.nearrepeats;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;

/** The ends of bands of distance or time, as they are written on the command line: rising whole numbers with commas between. */
final class Bands {
    private static final Pattern LIST = Pattern.compile("\\d{1,6}(,\\d{1,6})*");
    private static final int MOST = 12;

    private Bands() {}

    static int[] parse(String text, String option, String example) {
        int[] ends = LIST.matcher(text).matches()
                ? Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray()
                : new int[0];
        boolean rising = ends.length > 0 && ends.length <= MOST;
        for (int i = 1; i < ends.length; i++) {
            rising &= ends[i] > ends[i - 1];
        }
        if (!rising) {
            throw new CommandException(
                    "WRONG-USE",
                    ExitCode.WRONG_USE,
                    option + " takes the ends of 1 to " + MOST
                            + " bands, rising whole numbers with commas and no blanks between, such as " + example
                            + ".");
        }
        return ends;
    }
}
