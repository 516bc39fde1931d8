package org.concordat.server.foundation.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What templates, messages and sources hold, for rules about them. */
final class PageFiles {

    static final Path ROOT =
            Path.of(Optional.ofNullable(System.getProperty("concordat.root")).orElse(".."), "server", "src", "main");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|[^>\"])*>");
    private static final Pattern BAD_ATTRIBUTE = Pattern.compile("\\s(?:th:)?(style|on[a-z]+)=\"");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<style|<script(?![^>]*\\bth:src=)");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern LITERAL = Pattern.compile("'([a-z]+\\.[a-zA-Z][\\w.-]*)'");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([\\w-]+)");
    private static final Pattern CALL = Pattern.compile("~\\{(?:([\\w/-]+)\\s*)?::\\s*([\\w-]+)");
    private static final Pattern TH_VALUE = Pattern.compile("th:[a-z-]+=\"([^\"]*)\"");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|each)=");
    private static final Pattern JAVA_STRING = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");
    private static final Set<String> TAGS = Set.of(
            "input",
            "select",
            "option",
            "textarea",
            "button",
            "label",
            "legend",
            "fieldset",
            "details",
            "summary",
            "table",
            "caption",
            "tr",
            "td",
            "th",
            "link",
            "a",
            "p",
            "form",
            "nav",
            "section",
            "header",
            "footer",
            "body",
            "head",
            "title",
            "html",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "time",
            "strong",
            "span",
            "div",
            "ins",
            "del",
            "svg",
            "path");

    private PageFiles() {}

    /** Templates by their path below {@code templates}, without comments. */
    static Map<String, String> templates() {
        return files(ROOT.resolve("resources/templates"), ".html").entrySet().stream()
                .collect(Collectors.toMap(
                        file -> file.getKey(),
                        file -> COMMENT.matcher(file.getValue()).replaceAll(""),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** Message files by their name. */
    static Map<String, Properties> messages() {
        var all = new TreeMap<String, Properties>();
        for (String name :
                files(ROOT.resolve("resources/messages"), ".properties").keySet()) {
            var messages = new Properties();
            try (Reader in =
                    Files.newBufferedReader(ROOT.resolve("resources/messages").resolve(name), UTF_8)) {
                messages.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            all.put(name, messages);
        }
        return all;
    }

    /** All strings in Java sources. */
    static Set<String> javaStrings() {
        return files(ROOT.resolve("java"), ".java").values().stream()
                .flatMap(text -> JAVA_STRING.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Words that stand in the template itself; a comma between two values may. */
    static List<String> literalText(String template) {
        return TAG.matcher(template)
                .replaceAll("\n")
                .lines()
                .map(String::strip)
                .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    /** Styles and scripts within a page, which the content policy forbids. */
    static List<String> inline(String template) {
        return Stream.concat(
                        TAG.matcher(template)
                                .results()
                                .map(MatchResult::group)
                                .flatMap(tag -> BAD_ATTRIBUTE.matcher(tag).results()),
                        INLINE_SCRIPT.matcher(template).results())
                .map(MatchResult::group)
                .toList();
    }

    /** Keys of messages that a template names in full. */
    static Set<String> keys(String template, Set<String> areas) {
        return Stream.concat(
                        MESSAGE.matcher(template).results(),
                        LITERAL.matcher(template).results())
                .map(found -> found.group(1))
                .filter(key -> areas.contains(key.substring(0, Math.max(0, key.indexOf('.')))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Calls of fragments that do not exist, and fragments called like a tag. */
    static List<String> wrongFragments(String name, Map<String, String> templates) {
        String template = templates.getOrDefault(name, "");
        var wrong = new ArrayList<String>();
        CALL.matcher(template).results().forEach(call -> {
            String where = call.group(1) == null ? name : call.group(1) + ".html";
            if (!fragments(templates.getOrDefault(where, "")).contains(call.group(2))) {
                wrong.add(name + " calls " + call.group(2) + " of " + where + ", which is not there");
            }
        });
        fragments(template).stream()
                .filter(TAGS::contains)
                .forEach(tag -> wrong.add(name + " has a fragment called like the tag " + tag));
        return wrong;
    }

    /** Expressions with two double underscores, between which Thymeleaf would evaluate first. */
    static List<String> preprocessed(String template) {
        return TH_VALUE.matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(value -> value.split("(?<!\\\\)_(?<!\\\\_)_", -1).length > 2)
                .toList();
    }

    /** Conditions that are never asked: a tag that is replaced goes before its own condition or loop is looked at. */
    static List<String> unasked(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag ->
                        tag.contains("th:replace=") && CONDITION.matcher(tag).find())
                .toList();
    }

    private static Set<String> fragments(String template) {
        return FRAGMENT.matcher(template).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            var texts = new TreeMap<String, String>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file, UTF_8));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
