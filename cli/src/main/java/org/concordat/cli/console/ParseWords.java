package org.concordat.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** What is wrong with a command's words, said without the words of programmers. */
final class ParseWords {
    private ParseWords() {}

    static String of(ParameterException trouble) {
        String said = String.valueOf(trouble.getMessage())
                .replaceAll(" is not an? (int|long)$", " is not a whole number.")
                .replaceAll(" is not a (double|float)$", " is not a number; write one as 0.95.")
                .replaceAll(
                        "(?s): cannot convert '(.*)' to class java\\.time\\.LocalDate \\(.*\\)$",
                        ": '$1' is no day of the calendar; write one as 2026-03-31.")
                .replaceAll(": cannot convert '(.*)' to Charset \\(.*\\)$", ": there is no encoding '$1'.");
        List<String> unknown = new ArrayList<>();
        if (trouble instanceof MissingParameterException) {
            // What is missing was perhaps misspelt.
            unknown.addAll(trouble.getCommandLine().getUnmatchedArguments());
        }
        return (said.endsWith(".") ? said : said + ".")
                + (unknown.isEmpty()
                        ? ""
                        : unknown.stream().collect(Collectors.joining("', '", " Not understood: '", "'.")));
    }
}
