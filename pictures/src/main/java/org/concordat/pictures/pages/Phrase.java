package org.concordat.pictures.pages;

/** Some words of a paragraph with one role. */
public sealed interface Phrase {
    /** Plain words. */
    record Plain(String words) implements Phrase {}

    /** Words that matter most. */
    record Strong(String words) implements Phrase {}

    /** A name as a computer knows it: a column, a file, a command. */
    record Code(String words) implements Phrase {}

    /**
     * A link.
     *
     * @param words say where it leads
     * @param address {@code #…} on this page, {@code https://…} or {@code mailto:…}
     */
    record Link(String words, String address) implements Phrase {}

    static Phrase plain(String words) {
        return new Plain(words);
    }

    static Phrase strong(String words) {
        return new Strong(words);
    }

    static Phrase code(String words) {
        return new Code(words);
    }

    static Phrase link(String words, String address) {
        return new Link(words, address);
    }
}
