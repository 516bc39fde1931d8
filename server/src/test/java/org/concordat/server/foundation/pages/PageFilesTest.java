package org.concordat.server.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that every template and every message of every area keeps. */
final class PageFilesTest {

    private static final Map<String, String> TEMPLATES = PageFiles.templates();
    private static final Map<String, Properties> MESSAGES = PageFiles.messages();
    private static final Set<String> KEYS = MESSAGES.values().stream()
            .flatMap(messages -> messages.stringPropertyNames().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    /** Beginnings of keys: the areas, the glossary, and the events of the audit log, which carry their area's name after it. */
    private static final Set<String> AREAS = Stream.concat(
                    Stream.of("term", "audit"), MESSAGES.keySet().stream().map(name -> name.replace(".properties", "")))
            .collect(Collectors.toSet());

    @Test
    void noTemplateHoldsTextOfItsOwn() {
        TEMPLATES.forEach((name, template) ->
                assertThat(PageFiles.literalText(template)).as(name).isEmpty());
        assertThat(PageFiles.literalText("<p th:text=\"#{a.b > c}\">\n</p>")).isEmpty();
        assertThat(PageFiles.literalText("<p>Hello</p>")).containsExactly("Hello");
    }

    @Test
    void noTemplateHoldsAStyleOrAScript() {
        TEMPLATES.forEach((name, template) ->
                assertThat(PageFiles.inline(template)).as(name).isEmpty());
        assertThat(PageFiles.inline("<p style=\"x\"><a onclick=\"x\"><script>x</script><style>"))
                .hasSize(4);
        assertThat(PageFiles.inline("<script type=\"module\" th:src=\"@{x}\"></script>"))
                .isEmpty();
    }

    @Test
    void noTemplateWritesWhatWasTypedAsMarkup() {
        TEMPLATES.forEach((name, template) ->
                assertThat(template).as(name).doesNotContain("th:utext").doesNotContainPattern("\\[\\("));
    }

    /** An address as a value of its own is one that people gave; pages that link it are named here, with who checked it. */
    @Test
    void addressesThatPeopleGaveAreLinkedWhereTheyWereChecked() {
        var linked = TEMPLATES.entrySet().stream()
                .filter(template -> Pattern.compile("th:(?:href|src|action)=\"\\$\\{")
                        .matcher(template.getValue())
                        .find())
                .map(Map.Entry::getKey)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
        assertThat(linked)
                .as(
                        "OrganisationPages asks for http at the beginning, law-row.html itself does, home.html links a setting")
                .containsExactlyInAnyOrder("organisation.html", "law-row.html", "home.html");
    }

    @Test
    void everyFragmentThatIsCalledExistsAndNoneIsCalledLikeATag() {
        assertThat(TEMPLATES.keySet())
                .flatMap(name -> PageFiles.wrongFragments(name, TEMPLATES))
                .isEmpty();
        assertThat(PageFiles.wrongFragments(
                        "a.html", Map.of("a.html", "<p th:fragment=\"input\" th:replace=\"~{b :: c}\">")))
                .hasSize(2);
    }

    @Test
    void noExpressionIsTakenForTwoBecauseOfItsUnderscores() {
        TEMPLATES.forEach((name, template) ->
                assertThat(PageFiles.preprocessed(template)).as(name).isEmpty());
        assertThat(PageFiles.preprocessed("<p th:class=\"${a ? 'b__c' : 'd__e'}\">"))
                .hasSize(1);
        assertThat(PageFiles.preprocessed("<p th:class=\"${a ? 'b\\_\\_c' : 'd\\_\\_e'}\">"))
                .isEmpty();
    }

    @Test
    void noTagIsReplacedBeforeItsConditionIsAsked() {
        TEMPLATES.forEach((name, template) ->
                assertThat(PageFiles.unasked(template)).as(name).isEmpty());
        assertThat(PageFiles.unasked("<p th:if=\"${a}\" th:replace=\"~{b :: c}\">"))
                .hasSize(1);
        assertThat(PageFiles.unasked("<th:block th:if=\"${a}\"><p th:replace=\"~{b :: c}\">"))
                .isEmpty();
    }

    @Test
    void everyKeyInATemplateHasItsMessage() {
        var missing = new ArrayList<String>();
        TEMPLATES.forEach((name, template) -> PageFiles.keys(template, AREAS).stream()
                // A field that is to have no hint, where its label has one, names a message that does not exist.
                .filter(key -> !KEYS.contains(key) && !key.endsWith(".") && !key.endsWith(".no-hint"))
                .forEach(key -> missing.add(name + ": " + key)));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMessageIsUsed() {
        var named = new TreeSet<>(PageFiles.javaStrings());
        TEMPLATES.values().forEach(template -> named.addAll(PageFiles.keys(template, AREAS)));
        Set<String> beginnings = named.stream()
                .filter(word -> word.matches("[a-z]+\\.([\\w.-]*\\.)?"))
                .collect(Collectors.toSet());
        Set<String> inTemplates = TEMPLATES.values().stream()
                .flatMap(template -> Pattern.compile("['|{]([a-z]+\\.(?:[\\w-]+\\.)*)[\\$']")
                        .matcher(template)
                        .results()
                        .map(found -> found.group(1)))
                .collect(Collectors.toSet());
        var unused = KEYS.stream()
                .filter(key -> !named.contains(key))
                .filter(key -> !named.contains(key.substring(0, key.lastIndexOf('.'))))
                .filter(key ->
                        Stream.concat(beginnings.stream(), inTemplates.stream()).noneMatch(key::startsWith))
                .filter(key -> named.stream().noneMatch(word -> isPrefix(word, key)))
                .toList();
        assertThat(unused).isEmpty();
    }

    /** Whether a source names the beginning of a key, to be finished by a constant's name. */
    private static boolean isPrefix(String word, String key) {
        return word.indexOf('.') > 0 && word.length() > word.indexOf('.') + 1 && key.startsWith(word + ".");
    }

    @Test
    void everyMessageIsWellFormedAndBeginsWithItsArea() {
        MESSAGES.forEach((file, messages) -> messages.forEach((key, text) -> {
            assertThat(text.toString().replace("''", ""))
                    .as("%s: %s has a plain apostrophe, write ’", file, key)
                    .doesNotContainPattern("'(?![{}])(?<![{}]')");
            assertThat(new MessageFormat(text.toString(), Locale.UK).format(new Object[0]))
                    .as("%s: %s", file, key)
                    .isNotBlank();
            assertThat(AREAS).as("%s: %s", file, key).contains(key.toString().split("\\.")[0]);
        }));
    }
}
