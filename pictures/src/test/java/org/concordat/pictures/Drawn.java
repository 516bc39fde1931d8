package org.concordat.pictures;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.concordat.pictures.drawing.Size;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A drawing or page read back from its text, as a reader's program would. */
public record Drawn(Document document) {
    public static Drawn wide(Pictured pictured) {
        return of(pictured.picture().svg("p", Size.WIDE));
    }

    public static Drawn narrow(Pictured pictured) {
        return of(pictured.picture().svg("p", Size.NARROW));
    }

    /** Reads well-formed XML; fails the test when it is not. */
    public static Drawn of(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return new Drawn(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + e.getMessage(), e);
        }
    }

    public List<Element> all(String name) {
        var nodes = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Elements of a class, which is how marks say what they are. */
    public List<Element> marks(String kind) {
        return all("*").stream()
                .filter(e -> Stream.of(e.getAttribute("class").split(" ")).anyMatch(kind::equals))
                .toList();
    }

    public List<Double> numbers(String kind, String attribute) {
        return marks(kind).stream()
                .map(e -> Double.parseDouble(e.getAttribute(attribute)))
                .toList();
    }

    public List<String> words() {
        return all("text").stream().map(Element::getTextContent).toList();
    }
}
