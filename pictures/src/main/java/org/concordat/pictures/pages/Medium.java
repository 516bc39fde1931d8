package org.concordat.pictures.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.concordat.pictures.markup.Element;

/** What a page is laid out for. */
enum Medium {
    /** A browser, which may also print. */
    SCREEN("screen.css"),
    /** A renderer of paged PDF, which knows CSS 2.1 and little more. */
    PAPER("paper.css");

    private final String sheet;

    Medium(String sheet) {
        this.sheet = sheet;
    }

    /** A link; on paper with the title that PDF/UA asks of links, which on screen would only be read twice. */
    Element link(String words, String address) {
        var link = Element.of("a").with("href", address);
        return (this == PAPER ? link.with("title", words) : link).saying(words);
    }

    /** The style sheet, which is part of this library. */
    String css() {
        try (var in = Objects.requireNonNull(Medium.class.getResourceAsStream(sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + sheet + " of this library cannot be read.", e);
        }
    }
}
