package org.concordat.cli.hotspots;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.measures.areas.Area;
import org.concordat.measures.areas.AreaSet;
import org.concordat.measures.hotspots.Contiguity;
import org.concordat.measures.hotspots.Nearness;
import org.concordat.measures.hotspots.Neighbours;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine.ITypeConverter;

/** Which areas count as neighbours, as it is written on the command line. */
sealed interface NeighbourRule {
    /** How far apart borders may lie that are meant to be one: the width of a hand. */
    double TOLERANCE_METRES = .1;

    /** Areas with a common border or corner. */
    record Touching(Contiguity.Kind kind) implements NeighbourRule {}

    /** Areas whose middles lie at most so far apart. */
    record Within(double metres) implements NeighbourRule {}

    /** The areas whose middles lie nearest. */
    record Nearest(int count) implements NeighbourRule {}

    /** The rule in words. */
    default String words() {
        return switch (this) {
            case Touching(Contiguity.Kind kind) ->
                kind == Contiguity.Kind.QUEEN ? "areas with a common border or corner" : "areas with a common border";
            case Within(double metres) -> "areas whose middles lie at most " + Math.round(metres) + " m apart";
            case Nearest(int count) -> "the " + count + " areas whose middles lie nearest";
        };
    }

    /** The neighbours among areas in metres. */
    default Neighbours among(AreaSet metres) {
        List<Geometry> shapes = metres.areas().stream().map(Area::shape).toList();
        double[] xs = shapes.stream().mapToDouble(s -> s.getCentroid().getX()).toArray();
        double[] ys = shapes.stream().mapToDouble(s -> s.getCentroid().getY()).toArray();
        return switch (this) {
            case Touching(Contiguity.Kind kind) -> Contiguity.of(shapes, kind, TOLERANCE_METRES);
            case Within(double apart) -> Nearness.within(xs, ys, apart);
            case Nearest(int count) -> {
                if (count >= shapes.size()) {
                    throw new CommandException(
                            "WRONG-USE",
                            ExitCode.WRONG_USE,
                            "--neighbours asks for " + count + " nearest of " + shapes.size()
                                    + " areas. Ask for fewer.");
                }
                yield Nearness.nearest(xs, ys, count);
            }
        };
    }

    /** Reads {@code queen}, {@code rook}, {@code band:1500} and {@code nearest:6}. */
    final class Converter implements ITypeConverter<NeighbourRule> {
        private static final Pattern NUMBERED = Pattern.compile("(band|nearest):([1-9]\\d{0,6})");

        @Override
        public NeighbourRule convert(String text) {
            Matcher numbered = NUMBERED.matcher(text);
            if (numbered.matches()) {
                int number = Integer.parseInt(numbered.group(2));
                return numbered.group(1).equals("band") ? new Within(number) : new Nearest(number);
            }
            return switch (text) {
                case "queen" -> new Touching(Contiguity.Kind.QUEEN);
                case "rook" -> new Touching(Contiguity.Kind.ROOK);
                default ->
                    throw new CommandException(
                            "WRONG-USE",
                            ExitCode.WRONG_USE,
                            "--neighbours is queen, rook, band:METRES or nearest:COUNT, such as band:1500.");
            };
        }
    }
}
