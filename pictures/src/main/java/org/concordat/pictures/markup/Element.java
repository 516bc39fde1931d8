package org.concordat.pictures.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One element of HTML or SVG with its attributes and children, in the order they were given. It never changes; each
 * method returns a changed copy. Anything that could run a script is refused here, so no later step has to look for it.
 */
public final class Element implements Node {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:-]*");
    private static final Set<String> REFUSED = Set.of("script", "iframe", "object", "embed", "foreignobject", "base");
    private static final Pattern SAFE_ADDRESS = Pattern.compile("(#|https?://|mailto:).*", Pattern.DOTALL);

    private final String name;
    private final List<Attribute> attributes;
    private final List<Node> children;

    /**
     * A name and its value as it is meant to be read.
     *
     * @param name letters, digits, hyphens, colons
     * @param value any text
     */
    public record Attribute(String name, String value) {}

    private Element(String name, List<Attribute> attributes, List<Node> children) {
        this.name = name;
        this.attributes = attributes;
        this.children = children;
    }

    /** An empty element; throws {@link IllegalArgumentException} for a name that is none or could run a script. */
    public static Element of(String name) {
        checkName(name);
        if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Element name: pages hold no active content, given " + name + ".");
        }
        return new Element(name, List.of(), List.of());
    }

    /** The same with one attribute more; event attributes and addresses that could run a script are refused. */
    public Element with(String attribute, String value) {
        checkName(attribute);
        var lower = attribute.toLowerCase(Locale.ROOT);
        if (lower.startsWith("on")) {
            throw new IllegalArgumentException("Attribute: pages hold no event handlers, given " + attribute + ".");
        }
        boolean address = lower.equals("href") || lower.equals("src") || lower.endsWith(":href");
        if (address && !SAFE_ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Address in " + attribute + ": allowed are #…, http://, https:// and mailto:.");
        }
        if (attributes.stream().anyMatch(a -> a.name().equals(attribute))) {
            throw new IllegalArgumentException("Attribute " + attribute + " of " + name + " is given twice.");
        }
        var more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new Element(name, List.copyOf(more), children);
    }

    /** The same with another value for an attribute it has. */
    public Element changing(String attribute, double value) {
        var others =
                attributes.stream().filter(a -> !a.name().equals(attribute)).toList();
        return new Element(name, others, children).with(attribute, value);
    }

    /** The same with a number as attribute, written with at most two decimals, a full stop and no exponent. */
    public Element with(String attribute, double value) {
        return with(attribute, Markup.number(value));
    }

    /** The same with these children after those it has. */
    public Element containing(Node... more) {
        return containing(Arrays.asList(more));
    }

    /** The same with these children after those it has. */
    public Element containing(Collection<? extends Node> more) {
        var all = new ArrayList<Node>(children.size() + more.size());
        all.addAll(children);
        all.addAll(more);
        return new Element(name, attributes, List.copyOf(all));
    }

    /** The same with these words after the children it has. */
    public Element saying(String words) {
        return containing(new Text(words));
    }

    public String name() {
        return name;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public List<Node> children() {
        return children;
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Name: letters, digits, hyphens and colons only, given another.");
        }
    }

    @Override
    public String toString() {
        return "Element[" + name + ", " + attributes.size() + " attributes, " + children.size() + " children]";
    }
}
