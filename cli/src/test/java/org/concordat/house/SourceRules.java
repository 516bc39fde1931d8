package org.concordat.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.house.Sources.Text;

/** What every source file owes its reader. Each rule returns its complaints, none where all is well. */
final class SourceRules {

    private static final int LONGEST_WITHOUT_A_REASON_LINES = 400;
    private static final int SHORTEST_PACKAGE_PAGE_LINES = 3;
    private static final Pattern UNWELCOME_NAME = Pattern.compile(".*(Manager|Helper|Helpers|Util|Utils|Impl|Dto)");
    private static final Pattern FIRST_COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,}(-[A-Z]+)+");
    private static final Pattern CODE_IN_BRACKETS = Pattern.compile("\\((" + CODE + ")\\)");

    private SourceRules() {}

    /** Every package with a type in it has a page of three lines or more and is null-marked. */
    static List<String> packagesNotDescribed(Collection<Text> javaFiles) {
        Map<String, String> pages = new TreeMap<>();
        var packages = new TreeSet<String>();
        for (Text file : javaFiles) {
            String folder = file.path().substring(0, file.path().lastIndexOf('/'));
            if (file.path().endsWith("/package-info.java")) {
                pages.put(folder, file.content());
            } else {
                packages.add(folder);
            }
        }
        var complaints = new ArrayList<String>();
        for (String folder : packages) {
            String page = pages.getOrDefault(folder, "");
            if (!page.contains("@NullMarked")) {
                complaints.add(folder + " has no package-info.java with @NullMarked.");
            }
            long lines = documentationLines(page);
            if (lines < SHORTEST_PACKAGE_PAGE_LINES) {
                complaints.add(folder + " describes itself in " + lines + " lines of package-info.java; say in "
                        + SHORTEST_PACKAGE_PAGE_LINES + " or more what it is for and where to start.");
            }
        }
        return complaints;
    }

    private static long documentationLines(String page) {
        Matcher comment = FIRST_COMMENT.matcher(page);
        return comment.find()
                ? comment.group(1)
                        .lines()
                        .filter(line -> line.chars().anyMatch(Character::isLetter))
                        .count()
                : 0;
    }

    static List<String> publicTypesWithoutDocumentation(ParsedJava file) {
        return file.types().stream()
                .filter(ParsedJava.Type::isPublic)
                .filter(type ->
                        type.documentation() == null || type.documentation().isBlank())
                .map(type -> type.name() + " in " + file.text().path() + " is public and does not say what it is.")
                .toList();
    }

    static List<String> unwelcomeNames(ParsedJava file) {
        return file.types().stream()
                .filter(type -> UNWELCOME_NAME.matcher(type.name()).matches())
                .map(type -> type.name() + " in " + file.text().path() + ": name it after what it is or does.")
                .toList();
    }

    /** A file of more than 400 lines says in its type's documentation "Long because …". */
    static List<String> longWithoutReason(ParsedJava file) {
        int lines = file.text().lines().size();
        boolean reasoned = file.types().stream()
                .anyMatch(type ->
                        type.documentation() != null && type.documentation().contains("Long because "));
        return lines <= LONGEST_WITHOUT_A_REASON_LINES || reasoned
                ? List.of()
                : List.of(file.text().path() + " has " + lines + " lines. Split it, or say \"Long because …\" in the"
                        + " documentation of its type.");
    }

    /** A suppressed warning or a disabled test has a comment beside or directly above it, or a sentence in it. */
    static List<String> suppressionsWithoutReason(ParsedJava file) {
        List<String> lines = file.text().lines();
        return file.annotations().stream()
                .filter(annotation -> annotation.name().equals("SuppressWarnings")
                        || annotation.name().startsWith("Disabled")
                        || annotation.name().equals("NullUnmarked"))
                .filter(annotation -> !hasReason(annotation, lines))
                .map(annotation -> annotation.source() + " in " + file.text().path() + ", line "
                        + annotation.firstLine() + ", has no reason written beside it.")
                .toList();
    }

    private static boolean hasReason(ParsedJava.Annotation annotation, List<String> lines) {
        boolean above = annotation.firstLine() > 1
                && lines.get(annotation.firstLine() - 2).strip().startsWith("//");
        boolean beside = lines.subList(annotation.firstLine() - 1, annotation.lastLine()).stream()
                .anyMatch(line -> line.contains("// "));
        boolean within = annotation.name().startsWith("Disabled")
                && annotation.source().matches("(?s).*\"[^\"]* [^\"]* [^\"]*\".*");
        return above || beside || within;
    }

    /** The stable codes that a file's messages end with: a string that is one, or one in brackets within a string. */
    static Collection<String> codes(ParsedJava file) {
        var codes = new TreeSet<String>();
        for (String string : file.strings()) {
            if (CODE.matcher(string).matches()) {
                codes.add(string);
            }
            codes.addAll(codesInBrackets(string));
        }
        return codes;
    }

    static Collection<String> codesInBrackets(String text) {
        return CODE_IN_BRACKETS
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
