package org.concordat.policy.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.policy.words.Word;

/** What a value of a file may be. Shapes check files, explain themselves, and become the published JSON Schema. */
public sealed interface Shape {

    /** What ids look like: SA-2031, tideford-council. They are safe in file names, addresses and messages. */
    Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    /** Words for people, of at most so many characters, not blank. */
    record Prose(int longest) implements Shape {}

    /** An id that this file gives to what it describes. */
    record Id() implements Shape {}

    /** The id of something another file describes, such as a dataset; whether it exists is not checked here. */
    record Reference(String to) implements Shape {}

    /** One of the words listed, spelled exactly so. */
    record OneOf(List<String> spellings) implements Shape {
        public OneOf {
            spellings = List.copyOf(spellings);
        }
    }

    /** A date such as 2026-03-31. */
    record Day() implements Shape {}

    /** A whole number within bounds, both included. */
    record Whole(int least, int most) implements Shape {}

    /** {@code yes} or {@code no}. */
    record YesNo() implements Shape {}

    /** Bytes in base64, such as a key: exactly so many. */
    record Bytes(int count) implements Shape {}

    /** A list. */
    record ListOf(Shape of, boolean mayBeEmpty) implements Shape {}

    /** Named fields. Any other name is an error. */
    record Group(List<Field> fields) implements Shape {
        public Group {
            fields = List.copyOf(fields);
        }

        /** The field of that name. */
        public Optional<Field> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /**
     * A named field of a group.
     *
     * @param meaning one sentence for whoever fills it in
     */
    record Field(String name, Shape shape, boolean required, String meaning) {}

    /** The words of a vocabulary. */
    static <W extends Enum<W> & Word> Shape word(Class<W> vocabulary) {
        return new OneOf(Word.spellings(vocabulary));
    }

    /** A field that must be there. */
    static Field required(String name, Shape shape, String meaning) {
        return new Field(name, shape, true, meaning);
    }

    /** A field that may be left out. */
    static Field optional(String name, Shape shape, String meaning) {
        return new Field(name, shape, false, meaning);
    }

    /** At least one of {@code shape}. */
    static Shape some(Shape shape) {
        return new ListOf(shape, false);
    }

    /** Any number of {@code shape}. */
    static Shape any(Shape shape) {
        return new ListOf(shape, true);
    }

    /** Several named fields. */
    static Group group(Field... fields) {
        return new Group(List.of(fields));
    }
}
