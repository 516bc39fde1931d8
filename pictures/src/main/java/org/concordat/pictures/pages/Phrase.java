package org.concordat.pictures.pages;

import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Node;
import org.concordat.pictures.markup.Text;

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

    /** The phrase as it stands on a page. */
    default Node node() {
        return switch (this) {
            case Plain(String words) -> new Text(words);
            case Strong(String words) -> Element.of("strong").saying(words);
            case Code(String words) -> Element.of("code").saying(words);
            case Link(String words, String address) ->
                Element.of("a").with("href", address).saying(words);
        };
    }
}
