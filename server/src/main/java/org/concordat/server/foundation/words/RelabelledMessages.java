package org.concordat.server.foundation.words;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The messages of all areas, with the partnership's own words in the place of terms. What a term means is told in the term's own words,
 * and {@code term.<word>.called} says which term a local word stands for. Texts that people typed are no messages, and are never touched.
 */
public final class RelabelledMessages extends ResourceBundleMessageSource {

    /** The terms of the glossary, by their keys in the messages after {@code term.}. */
    public static final List<String> TERMS = List.of(
            "protocol", "agreement", "schedule", "gateway", "dataset", "controller", "purpose", "dpia", "ledger");

    private static final String TERM = "term.";
    private static final String EXPLAINED = ".explained";
    private static final String CALLED = ".called";

    private final AtomicReference<@Nullable Present> present = new AtomicReference<>();

    /** What is said at present, with the messages that it was worked out for. */
    private record Present(Map<String, LocalWord> words, Relabelling relabelling, Map<String, MessageFormat> formats) {}

    /** From now on messages say these, by the keys of terms; their own words where there are none. */
    public void say(Map<String, LocalWord> words) {
        Present before = present.get();
        if (words.isEmpty()) {
            present.set(null);
        } else if (before == null || !before.words().equals(words)) {
            var byTerm = new HashMap<String, LocalWord>();
            words.forEach((key, word) -> byTerm.put(own(key), word));
            present.set(new Present(Map.copyOf(words), new Relabelling(byTerm), new ConcurrentHashMap<>()));
        }
    }

    /** What a term is in English, whatever the partnership calls it. */
    public String own(String key) {
        MessageFormat term = super.resolveCode(TERM + key, Locale.UK);
        if (term == null) {
            throw new IllegalArgumentException("key must be one of " + TERMS + ", was " + key);
        }
        return term.toPattern();
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        Present now = present.get();
        if (now == null || code.startsWith(TERM) && code.endsWith(EXPLAINED)) {
            return super.resolveCode(code, locale);
        }
        MessageFormat known = now.formats().get(code);
        if (known != null) {
            return known;
        }
        MessageFormat usual = code.startsWith(TERM) && code.endsWith(CALLED)
                ? called(now, code.substring(TERM.length(), code.length() - CALLED.length()), locale)
                : super.resolveCode(code, locale);
        if (usual == null || code.endsWith(CALLED)) {
            return usual;
        }
        var relabelled = new MessageFormat(now.relabelling().of(usual.toPattern()), locale);
        now.formats().put(code, relabelled);
        return relabelled;
    }

    private @Nullable MessageFormat called(Present now, String key, Locale locale) {
        MessageFormat sentence = super.resolveCode("foundation.term.called", locale);
        return now.words().containsKey(key) && sentence != null
                ? new MessageFormat(sentence.toPattern().replace("{0}", own(key)), locale)
                : null;
    }
}
