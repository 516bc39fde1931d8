package org.concordat.pictures.pages;

import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;
import org.concordat.pictures.markup.Node;

/** Turns a report into a page: head, landmarks, contents list, sections. One writer writes one page once. */
final class PageWriter {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int CONTENTS_FROM = 3;

    private final ReportPage page;
    private final Medium medium;
    private final Set<String> ids = new HashSet<>(Set.of("main", "contents", "top"));
    private final BlockWriter blocks;

    PageWriter(ReportPage page, Medium medium) {
        this.page = page;
        this.medium = medium;
        blocks = new BlockWriter(medium, this::id);
    }

    String html() {
        return "<!DOCTYPE html>\n" + Markup.write(page()) + "\n";
    }

    Element page() {
        var sections = new ArrayList<Element>();
        var headings = new ArrayList<Heading>();
        var clauses = new HashMap<String, List<Heading>>();
        for (var part : page.parts()) {
            var clause = page.isNumbered() ? String.valueOf(sections.size() + 1) : "";
            var id = id(clause.isEmpty() ? part.heading() : Heading.clauseId(clause));
            var words = clause.isEmpty() ? part.heading() : clause + ". " + part.heading();
            headings.add(new Heading(id, words));
            sections.add(Element.of("section")
                    .with("aria-labelledby", id)
                    .containing(Element.of("h2").with("id", id).saying(words))
                    .containing(blocks.write(part.section().blocks(), 3, clause)));
            clauses.put(id, blocks.takeClauses());
        }
        var annex = blocks.annex();
        if (!annex.isEmpty()) {
            var words = "The numbers behind the figures";
            var id = id(words);
            headings.add(new Heading(id, words));
            sections.add(Element.of("section")
                    .containing(Element.of("h2").with("id", id).saying(words))
                    .containing(annex));
        }
        return Element.of("html").with("lang", "en-GB").containing(head(headings, clauses), body(headings, sections));
    }

    private Element head(List<Heading> headings, Map<String, List<Heading>> clauses) {
        var head = Element.of("head")
                .containing(
                        Element.of("meta").with("charset", "utf-8"),
                        meta("viewport", "width=device-width, initial-scale=1"));
        if (medium == Medium.SCREEN) {
            head = head.containing(Element.of("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", POLICY));
        }
        head = head.containing(
                Element.of("title").saying(page.title()),
                meta("description", page.lead().isEmpty() ? page.title() : page.lead()),
                meta("generator", "Concordat"),
                Element.of("style").saying(medium.css() + everyPage() + blocks.style()));
        return medium == Medium.PAPER
                // The renderer takes the document's description from "subject".
                ? head.containing(
                        meta("subject", page.lead().isEmpty() ? page.title() : page.lead()),
                        bookmarks(headings, clauses))
                : head;
    }

    private static Element meta(String name, String content) {
        return Element.of("meta").with("name", name).with("content", content);
    }

    /** Browsers that know margin boxes print these words too; the others leave them out. */
    private String everyPage() {
        return page.onEveryPage().isEmpty()
                ? ""
                : "@page { @bottom-left { content: " + StyleText.quoted(page.onEveryPage())
                        + "; white-space: pre; text-align: left; width: 75%; font-family: \"Liberation Sans\", Arial,"
                        + " sans-serif; font-size: 8pt; color: #505a5f; } }\n";
    }

    private Element bookmarks(List<Heading> headings, Map<String, List<Heading>> clauses) {
        return Element.of("bookmarks")
                .containing(bookmark("top", page.title()))
                .containing(headings.stream()
                        .map(h -> bookmark(h.id(), h.words())
                                .containing(clauses.getOrDefault(h.id(), List.of()).stream()
                                        .map(c -> bookmark(c.id(), c.words()))
                                        .toList()))
                        .toList());
    }

    private static Element bookmark(String id, String words) {
        return Element.of("bookmark").with("name", words).with("href", "#" + id);
    }

    private Element body(List<Heading> headings, List<Element> sections) {
        var main = Element.of("main").with("id", "main").with("class", "width");
        main = medium == Medium.SCREEN ? main.with("tabindex", "-1") : main;
        main = main.containing(Element.of("h1").with("id", "top").saying(page.title()));
        if (!page.lead().isEmpty()) {
            main = main.containing(Element.of("p").with("class", "lead").saying(page.lead()));
        }
        if (headings.size() >= CONTENTS_FROM) {
            main = main.containing(contents(headings));
        }
        main = main.containing(sections);
        var body = Element.of("body");
        if (medium == Medium.SCREEN) {
            body = body.containing(
                    Element.of("a").with("class", "skip").with("href", "#main").saying("Skip to main content"));
        }
        return body.containing(header(), main, footer());
    }

    private Element header() {
        var bar = Element.of("div")
                .with("class", "width")
                .containing(Element.of("span").with("class", "maker").saying(page.maker()));
        return Element.of("header").containing(bar);
    }

    private Node contents(List<Heading> headings) {
        return Element.of("nav")
                .with("class", "contents")
                .with("aria-labelledby", "contents")
                .containing(Element.of("h2").with("id", "contents").saying("Contents"))
                .containing((page.isNumbered() ? Element.of("ol").with("class", "numbered") : Element.of("ol"))
                        .containing(headings.stream()
                                .map(h -> Element.of("li").containing(medium.link(h.words(), "#" + h.id())))
                                .toList()));
    }

    private Element footer() {
        var lines = new ArrayList<Element>();
        page.dateShown().ifPresent(day -> lines.add(Element.of("p").saying("Made on " + DAY.format(day) + ".")));
        if (!page.footer().isEmpty()) {
            lines.add(Element.of("p").saying(page.footer()));
        }
        return Element.of("footer")
                .containing(Element.of("div").with("class", "width").containing(lines));
    }

    /** An address on this page made from words: lower case, hyphens, and a number where two would be alike. */
    private String id(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        var stem = plain.isEmpty() ? "part" : plain.substring(0, Math.min(plain.length(), 60));
        var id = stem;
        for (int i = 2; !ids.add(id); i++) {
            id = stem + "-" + i;
        }
        return id;
    }
}
