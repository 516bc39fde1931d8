package org.concordat.pictures.networks;

import java.util.List;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;
import org.concordat.pictures.networks.NetworkDiagram.Arrow;

/** Draws a network with its nodes on a circle, and the key to their numbers beside it, or below where narrow. */
final class Circle {
    private static final double LARGEST_NODE = 16;
    private static final double LEAST_NODE = 9;

    /** More nodes need the whole width for their circle; the key then stands below it. */
    private static final int MOST_BESIDE_KEY = 16;

    private static final double BESIDE_KEY = 400;
    private static final double KEY_COLUMN = 220;
    private static final double BEND = 0.16;

    private final Canvas canvas;
    private final List<String> names;
    private final List<Arrow> arrows;
    private final List<String> kinds;
    private final boolean keyBelow;
    private final double node;
    private final double radius;
    private final double middle;

    Circle(Canvas canvas, List<String> names, List<Arrow> arrows, List<String> kinds) {
        this.canvas = canvas;
        this.names = names;
        this.arrows = arrows;
        this.kinds = kinds;
        keyBelow = canvas.isNarrow() || names.size() > MOST_BESIDE_KEY;
        middle = (keyBelow ? canvas.width() : BESIDE_KEY) / 2.0;
        double widest = middle - LARGEST_NODE - 4;
        node = Math.clamp(Math.PI * widest / Math.max(1, names.size()) * 0.9, LEAST_NODE, LARGEST_NODE);
        radius = middle - node - 4;
    }

    double draw() {
        double most = arrows.stream().mapToDouble(Arrow::amount).max().orElse(1);
        // The most important kind is drawn last, over the others.
        for (int kind = Math.max(0, kinds.size() - 1); kind >= 0; kind--) {
            for (Arrow arrow : arrows) {
                if (arrow.kind() == kind) {
                    arrow(arrow, 1.25 + (crowded() ? 2.25 : 4.75) * arrow.amount() / most);
                }
            }
        }
        for (int i = 0; i < names.size(); i++) {
            node(i);
        }
        return Math.max(middle * 2, kindsBelow(key()));
    }

    private boolean crowded() {
        return arrows.size() > 60;
    }

    private Stroke stroke(int kind) {
        return kinds.isEmpty() ? Stroke.ONLY : Stroke.of(kind);
    }

    /** The first node stands at the top, the others follow clockwise. */
    private double x(int node) {
        return middle + radius * Math.sin(2 * Math.PI * node / names.size());
    }

    private double y(int node) {
        return middle - radius * Math.cos(2 * Math.PI * node / names.size());
    }

    private void node(int index) {
        canvas.add(Element.of("circle")
                .with("class", "node")
                .with("cx", x(index))
                .with("cy", y(index))
                .with("r", node)
                .with("fill", Palette.BLUE.hex())
                .with("stroke", "#ffffff")
                .with("stroke-width", 2)
                .containing(Element.of("title").saying(names.get(index))));
        if (node >= LEAST_NODE + 1) {
            number(index, x(index), y(index));
        } else {
            outside(index);
        }
    }

    /** Where a node is too small for its number, the number stands beside it, towards the middle. */
    private void outside(int index) {
        double inwards = (radius - node - canvas.size().fontSize() * 0.9) / radius;
        double x = middle + (x(index) - middle) * inwards;
        double y = middle + (y(index) - middle) * inwards + canvas.size().fontSize() * 0.35;
        canvas.textOnMarks(x, y, Anchor.MIDDLE, String.valueOf(index + 1));
    }

    private void number(int index, double x, double y) {
        double baseline = y + canvas.size().fontSize() * 0.35;
        canvas.text(x, baseline, Anchor.MIDDLE, String.valueOf(index + 1), Colour.WHITE, true);
    }

    private void arrow(Arrow arrow, double thickness) {
        double x1 = x(arrow.from());
        double y1 = y(arrow.from());
        double x2 = x(arrow.to());
        double y2 = y(arrow.to());
        double cx = (x1 + x2) / 2 - (y2 - y1) * BEND;
        double cy = (y1 + y2) / 2 + (x2 - x1) * BEND;
        double length = Math.hypot(x2 - cx, y2 - cy);
        double dx = (x2 - cx) / length;
        double dy = (y2 - cy) / length;
        double head = 5 + thickness * 1.6;
        double tipX = x2 - dx * (node + 2);
        double tipY = y2 - dy * (node + 2);
        double neckX = tipX - dx * head;
        double neckY = tipY - dy * head;
        var stroke = stroke(arrow.kind());
        var line = Element.of("path")
                .with("class", "arrow")
                .with("d", "M" + at(x1, y1) + " Q" + at(cx, cy) + " " + at(neckX, neckY))
                .with("fill", "none")
                .with("stroke", stroke.colour().hex())
                .with("stroke-width", thickness);
        canvas.add(stroke.dashes().isEmpty() ? line : line.with("stroke-dasharray", stroke.dashes()));
        double half = 2 + thickness;
        canvas.add(Element.of("path")
                .with("class", "head")
                .with(
                        "d",
                        "M" + at(tipX, tipY) + " L" + at(neckX - dy * half, neckY + dx * half) + " L"
                                + at(neckX + dy * half, neckY - dx * half) + " Z")
                .with("fill", stroke.filledHead() ? stroke.colour().hex() : "#ffffff")
                .with("stroke", stroke.colour().hex())
                .with("stroke-width", stroke.filledHead() ? 0 : 1.2));
    }

    private static String at(double x, double y) {
        return Markup.number(x) + "," + Markup.number(y);
    }

    private double key() {
        double line = canvas.size().line();
        if (keyBelow && !canvas.isNarrow()) {
            return keyInColumns();
        }
        double left = canvas.isNarrow() ? 0 : middle * 2 + 24;
        double y = canvas.isNarrow() ? middle * 2 + 8 : 8;
        for (int i = 0; i < names.size(); i++) {
            canvas.add(Element.of("circle")
                    .with("class", "key")
                    .with("cx", left + 12)
                    .with("cy", y + line * 0.6)
                    .with("r", 11)
                    .with("fill", Palette.BLUE.hex()));
            number(i, left + 12, y + line * 0.6);
            var words = canvas.wrapped(names.get(i), canvas.width() - left - 32, 2);
            canvas.lines(left + 32, y + line * 0.86, Anchor.START, words);
            y += Math.max(line * 1.5, words.size() * line + 6);
        }
        return y + 4;
    }

    /** Below the circle, in columns that are read downwards. */
    private double keyInColumns() {
        double line = canvas.size().line();
        int columns = (int) (canvas.width() / KEY_COLUMN);
        int rows = (names.size() + columns - 1) / columns;
        double lowest = middle * 2 + 8;
        for (int column = 0; column < columns; column++) {
            double left = column * canvas.width() / columns;
            double y = middle * 2 + 8;
            for (int i = column * rows; i < Math.min(names.size(), (column + 1) * rows); i++) {
                canvas.add(Element.of("circle")
                        .with("class", "key")
                        .with("cx", left + 12)
                        .with("cy", y + line * 0.6)
                        .with("r", 11)
                        .with("fill", Palette.BLUE.hex()));
                number(i, left + 12, y + line * 0.6);
                var words = canvas.wrapped(names.get(i), canvas.width() / columns - 44, 2);
                canvas.lines(left + 32, y + line * 0.86, Anchor.START, words);
                y += Math.max(line * 1.5, words.size() * line + 6);
            }
            lowest = Math.max(lowest, y);
        }
        return lowest + 4;
    }

    /** What the kinds of lines mean, each with a piece of its line. */
    private double kindsBelow(double top) {
        double line = canvas.size().line();
        double y = kinds.isEmpty() ? top : Math.max(top, middle * 2) + 8;
        for (int kind = 0; kind < kinds.size(); kind++) {
            var stroke = stroke(kind);
            canvas.line(0, y + line * 0.6, 56, y + line * 0.6, stroke.colour(), 3, stroke.dashes());
            var words = canvas.wrapped(kinds.get(kind), canvas.width() - 72, 2);
            canvas.lines(66, y + line * 0.86, Anchor.START, words);
            y += Math.max(line * 1.4, words.size() * line + 6);
        }
        return y;
    }
}
