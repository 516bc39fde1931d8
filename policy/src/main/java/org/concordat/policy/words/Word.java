package org.concordat.policy.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word of a closed vocabulary: an enum constant with its one spelling in files. */
public interface Word {

    /** The constant's name in Java. */
    String name();

    /** How files and pages spell it: {@code housing-authority}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant spelled exactly like {@code text}; none for any other spelling, since guessing could widen a share. */
    static <W extends Enum<W> & Word> Optional<W> of(Class<W> vocabulary, String text) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(word -> word.word().equals(text))
                .findFirst();
    }

    /** All spellings of a vocabulary, in its own order. */
    static <W extends Enum<W> & Word> List<String> spellings(Class<W> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Word::word).toList();
    }
}
