package org.concordat.pictures.maps;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.concordat.pictures.markup.Markup;

/** Where places of the earth lie on the drawing: even scaling, longitudes shrunk by the cosine of the middle latitude. */
final class Sheet {
    private final double west;
    private final double north;
    private final double shrink;
    private final double scale;
    private final double left;
    private final double top;
    private final double height;

    /** Fits all places into a box of a width and at most a height. */
    Sheet(Supplier<Stream<Place>> places, double top, double width, double highest) {
        var longitudes = places.get().mapToDouble(Place::longitude).summaryStatistics();
        var latitudes = places.get().mapToDouble(Place::latitude).summaryStatistics();
        west = longitudes.getMin();
        north = latitudes.getMax();
        shrink = Math.cos(Math.toRadians((latitudes.getMin() + latitudes.getMax()) / 2));
        double across = Math.max((longitudes.getMax() - west) * shrink, 1e-9);
        double down = Math.max(north - latitudes.getMin(), 1e-9);
        scale = Math.min(width / across, highest / down);
        left = (width - across * scale) / 2;
        this.top = top;
        height = down * scale;
    }

    double height() {
        return height;
    }

    double x(Place place) {
        return left + (place.longitude() - west) * shrink * scale;
    }

    double y(Place place) {
        return top + (north - place.latitude()) * scale;
    }

    /** The course of a boundary, without corners that fall on the one before. */
    String path(List<Ring> rings) {
        var path = new StringBuilder();
        for (var ring : rings) {
            String before = "";
            boolean first = true;
            for (var corner : ring.corners()) {
                var at = Markup.number(Math.rint(x(corner) * 10) / 10) + ","
                        + Markup.number(Math.rint(y(corner) * 10) / 10);
                if (!at.equals(before)) {
                    path.append(first ? "M" : "L").append(at);
                    first = false;
                }
                before = at;
            }
            path.append('Z');
        }
        return path.toString();
    }
}
