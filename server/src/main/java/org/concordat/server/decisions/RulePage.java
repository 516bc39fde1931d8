package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.policy.decide.Rule;

/**
 * The manual's page of one rule: what it asks, when it refuses, what changes the answer. The same text as in docs/rules, which the build
 * brings along.
 */
public record RulePage(String code, List<Section> sections) {

    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

    public RulePage {
        sections = List.copyOf(sections);
    }

    /** A part with its heading. */
    public record Section(String heading, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The page of the rule of that code, such as {@code TRAINING-LAPSED}; none where there is no such rule. */
    public static Optional<RulePage> of(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .map(RulePage::read);
    }

    private static RulePage read(Rule rule) {
        String name = "/decisions/rules/" + rule.code() + ".md";
        try (InputStream text = RulePage.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return parse(rule.code(), new String(text.readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Headings of the second level begin sections; empty lines part paragraphs; links are shown as their words. */
    static RulePage parse(String code, String text) {
        var sections = new ArrayList<Section>();
        for (String part : text.split("(?m)^## ", -1)) {
            int end = part.indexOf('\n');
            if (part.startsWith("# ") || end < 0) {
                continue;
            }
            sections.add(new Section(
                    part.substring(0, end).strip(),
                    Arrays.stream(part.substring(end).split("\\n\\s*\\n", -1))
                            .map(paragraph -> plain(paragraph.strip()))
                            .filter(paragraph -> !paragraph.isEmpty())
                            .toList()));
        }
        return new RulePage(code, sections);
    }

    private static String plain(String markdown) {
        return LINK.matcher(markdown.replace('\n', ' '))
                .replaceAll("$1")
                .replace("**", "")
                .replace("`", "");
    }
}
