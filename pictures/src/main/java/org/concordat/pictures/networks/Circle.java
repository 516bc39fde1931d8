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
    private static final double NODE = 16;
    private static final double BEND = 0.16;

    private final Canvas canvas;
    private final List<String> names;
    private final List<Arrow> arrows;
    private final double radius;
    private final double middle;

    Circle(Canvas canvas, List<String> names, List<Arrow> arrows) {
        this.canvas = canvas;
        this.names = names;
        this.arrows = arrows;
        radius = (canvas.isNarrow() ? canvas.width() : 400) / 2.0 - NODE - 4;
        middle = radius + NODE + 4;
    }

    double draw() {
        double most = arrows.stream().mapToDouble(Arrow::amount).max().orElse(1);
        arrows.forEach(a -> arrow(a, 1.25 + 4.75 * a.amount() / most));
        for (int i = 0; i < names.size(); i++) {
            node(i);
        }
        return Math.max(middle * 2, key());
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
                .with("r", NODE)
                .with("fill", Palette.BLUE.hex())
                .with("stroke", "#ffffff")
                .with("stroke-width", 2)
                .containing(Element.of("title").saying(names.get(index))));
        number(index, x(index), y(index));
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
        double tipX = x2 - dx * (NODE + 2);
        double tipY = y2 - dy * (NODE + 2);
        double neckX = tipX - dx * head;
        double neckY = tipY - dy * head;
        canvas.add(Element.of("path")
                .with("class", "arrow")
                .with("d", "M" + at(x1, y1) + " Q" + at(cx, cy) + " " + at(neckX, neckY))
                .with("fill", "none")
                .with("stroke", Palette.SOFT_INK.hex())
                .with("stroke-width", thickness));
        double half = 2 + thickness;
        canvas.add(Element.of("path")
                .with("class", "head")
                .with(
                        "d",
                        "M" + at(tipX, tipY) + " L" + at(neckX - dy * half, neckY + dx * half) + " L"
                                + at(neckX + dy * half, neckY - dx * half) + " Z")
                .with("fill", Palette.SOFT_INK.hex()));
    }

    private static String at(double x, double y) {
        return Markup.number(x) + "," + Markup.number(y);
    }

    private double key() {
        double line = canvas.size().line();
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
}
