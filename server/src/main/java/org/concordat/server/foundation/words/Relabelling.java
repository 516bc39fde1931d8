package org.concordat.server.foundation.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says local words in the place of terms within a text: as singular, plural, at the beginning of a sentence, and after an article. */
final class Relabelling {

    private final Map<String, String> instead;
    private final Pattern terms;

    /** @param words by what the term is in English, in the singular; its plural ends in s */
    Relabelling(Map<String, LocalWord> words) {
        this.instead = new HashMap<>();
        words.forEach((term, word) -> {
            instead.put(term, word.one());
            instead.put(term + "s", word.several());
        });
        List<String> longestFirst = instead.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.terms = Pattern.compile(
                "(?<![\\p{L}\\p{N}’-])(?:(an?) )?("
                        + longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + ")(?![\\p{L}\\p{N}-])",
                Pattern.CASE_INSENSITIVE);
    }

    /** The text with local words. */
    String of(String text) {
        return terms.matcher(text).replaceAll(found -> Matcher.quoteReplacement(said(found)));
    }

    private String said(MatchResult found) {
        String term = found.group(2);
        String word = instead.getOrDefault(term.toLowerCase(Locale.ROOT), term);
        boolean begins = Character.isUpperCase(term.codePointAt(0));
        String cased = begins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
        return found.group(1) == null ? cased : article(found.group(1), word) + " " + cased;
    }

    private static String article(String before, String word) {
        String article = "aeiouAEIOU".indexOf(word.charAt(0)) >= 0 ? "an" : "a";
        return before.charAt(0) == 'A' ? "A" + article.substring(1) : article;
    }
}
