package org.concordat.house;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.house.Sources.Text;

/** Tests that prose names as {@code Class#method}, and whether they are there. */
final class NamedTests {

    static final Pattern NAME = Pattern.compile("\\b([A-Z]\\w+(?:Test|IT))#(\\w+)");

    /** Their sources by the name of their class. */
    private static final Map<String, String> SOURCES = Sources.allJava().stream()
            .filter(file -> file.path().contains("/src/test/"))
            .collect(toMap(
                    file -> file.path().replaceAll(".*/|\\.java$", ""), Text::content, (one, other) -> one + other));

    private NamedTests() {}

    static List<String> in(String prose) {
        return NAME.matcher(prose).results().map(MatchResult::group).toList();
    }

    static boolean exists(String name) {
        Matcher test = NAME.matcher(name);
        return test.matches() && SOURCES.getOrDefault(test.group(1), "").contains(" void " + test.group(2) + "(");
    }
}
