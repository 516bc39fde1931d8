package org.concordat.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.house.Sources.Text;

/**
 * What can be checked of a page for readers: words in backticks that look like a path or a type, links, commands to type,
 * and error codes. What is planned and does not exist yet is written without backticks.
 */
final class ProseRules {

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```([^\\n]*)\\n(.*?)^ *```\\s*$");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PATH = Pattern.compile("(\\./)?[\\w.-]+(/[\\w.-]*)+|[\\w-]+\\.(md|xml|java|py|yaml)");
    private static final Pattern TYPE =
            Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(\\.[a-z]\\w*(\\(.*\\))?)?");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern CODE_HEADING = Pattern.compile("(?m)^#+ ([A-Z]{2,}(?:-[A-Z]+)+)\\s*$");
    private static final List<String> JDK_PACKAGES = List.of("java.lang", "java.util", "java.io", "java.time");

    private ProseRules() {}

    /**
     * A command that a page tells its reader to type.
     *
     * @param words what follows {@code ./concordat}
     * @param planned whether the page says that the command does not exist yet
     * @param runnable whether a test runs it, in order, in an empty folder for each page
     * @param exitCode what it must then end with
     */
    record Command(String page, String line, List<String> words, boolean planned, boolean runnable, int exitCode) {
        @Override
        public String toString() {
            return page + ": " + line;
        }
    }

    static List<String> missingPaths(Text page, Predicate<String> exists) {
        String folder =
                page.path().contains("/") ? page.path().substring(0, page.path().lastIndexOf('/') + 1) : "";
        return inBackticks(page).stream()
                .filter(word -> PATH.matcher(word).matches())
                .filter(word -> !word.contains("target/"))
                .filter(word -> {
                    String path = word.startsWith("./") ? word.substring(2) : word;
                    return !exists.test(path) && !exists.test(folder + path);
                })
                .map(word -> page.path() + " speaks of `" + word + "`, which is not there.")
                .toList();
    }

    static List<String> missingTypes(Text page, Set<String> ours) {
        return inBackticks(page).stream()
                .map(TYPE::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1))
                .filter(type -> !ours.contains(type) && !isOfTheJdk(type))
                .map(type -> page.path() + " speaks of the type `" + type + "`, which does not exist.")
                .toList();
    }

    /** Links within the project; those to the web are not followed. */
    static List<String> brokenLinks(Text page, Predicate<String> exists) {
        String folder =
                page.path().contains("/") ? page.path().substring(0, page.path().lastIndexOf('/') + 1) : "";
        return LINK.matcher(withoutFences(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                .filter(link -> !exists.test(folder + link))
                .map(link -> page.path() + " links to " + link + ", which is not there.")
                .toList();
    }

    /** The commands in blocks that begin {@code ```console}, perhaps with {@code planned}, {@code runnable}, {@code exit=1}. */
    static List<Command> commands(Text page) {
        var commands = new ArrayList<Command>();
        for (MatchResult block : FENCE.matcher(page.content()).results().toList()) {
            List<String> marks = List.of(block.group(1).strip().split("\\s+"));
            if (!marks.getFirst().equals("console")) {
                continue;
            }
            int exitCode = marks.stream()
                    .filter(mark -> mark.startsWith("exit="))
                    .mapToInt(mark -> Integer.parseInt(mark.substring("exit=".length())))
                    .findFirst()
                    .orElse(0);
            String whole = block.group(2).replaceAll("\\\\\\n\\s*", " ");
            for (String line : whole.lines().toList()) {
                List<String> words = words(line);
                int start = words.indexOf("./concordat");
                if (start > 0 && words.getFirst().equals("$")) {
                    commands.add(new Command(
                            page.path(),
                            line,
                            words.subList(start + 1, words.size()),
                            marks.contains("planned"),
                            marks.contains("runnable"),
                            exitCode));
                }
            }
        }
        return commands;
    }

    /** Splits a line as a shell does: at spaces, save within quotes. */
    static List<String> words(String line) {
        return Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)")
                .matcher(line)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }

    /** The codes that have a heading of their own. */
    static Collection<String> explainedCodes(Text page) {
        var codes = new TreeSet<String>();
        CODE_HEADING.matcher(withoutFences(page)).results().forEach(heading -> codes.add(heading.group(1)));
        return codes;
    }

    private static List<String> inBackticks(Text page) {
        return IN_BACKTICKS
                .matcher(withoutFences(page))
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    private static String withoutFences(Text page) {
        return FENCE.matcher(page.content()).replaceAll("");
    }

    private static boolean isOfTheJdk(String type) {
        return JDK_PACKAGES.stream().anyMatch(name -> {
            try {
                Class.forName(name + "." + type, false, ProseRules.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        });
    }
}
