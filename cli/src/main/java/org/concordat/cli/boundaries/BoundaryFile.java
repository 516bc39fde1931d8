package org.concordat.cli.boundaries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.sources.DiskFile;
import org.concordat.measures.areas.Area;
import org.concordat.measures.areas.AreaSet;
import org.concordat.measures.areas.Projection;
import org.concordat.measures.areas.ShapeFault;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the areas of a GeoJSON file (RFC 7946; metres of the British National Grid are read too). */
public final class BoundaryFile {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<String> CODES = List.of("area_code", "code", "gss_code", "ons_code", "id");
    private static final List<String> NAMES = List.of("area_name", "name");

    private final String file;
    private final boolean repairing;

    private BoundaryFile(String file, boolean repairing) {
        this.file = file;
        this.repairing = repairing;
    }

    /**
     * Reads a file to its end.
     *
     * @param codeProperty the property that holds an area's code; else one of the usual names
     * @param nameProperty the property that holds its name; else one of the usual names, else the code
     * @param repairing whether shapes that are not valid are to be repaired
     * @throws CommandException where it is missing, no GeoJSON, without codes, or has shapes that are not valid
     */
    public static BoundaryAreas read(
            Path path, @Nullable String codeProperty, @Nullable String nameProperty, boolean repairing) {
        DiskFile disk = new DiskFile(path, bytes -> {});
        var reader = new BoundaryFile(disk.name(), repairing);
        try (InputStream in = disk.open()) {
            JsonNode root = JsonMapper.shared().readTree(in);
            disk.requireUnchanged();
            return reader.areas(root, codeProperty, nameProperty);
        } catch (JacksonException | IOException trouble) {
            throw reader.trouble("BOUNDARY-UNREADABLE", "is no GeoJSON that can be read to its end. Export it again.");
        }
    }

    private BoundaryAreas areas(JsonNode root, @Nullable String codeProperty, @Nullable String nameProperty) {
        JsonNode features = root.path("features");
        if (!root.path("type").asString("").equals("FeatureCollection") || features.isEmpty()) {
            throw trouble("BOUNDARY-UNREADABLE", "is no GeoJSON FeatureCollection with at least one area.");
        }
        String code = property(features.get(0), codeProperty, CODES, "--code");
        String name = nameProperty == null && NAMES.stream().noneMatch(n -> has(features.get(0), n))
                ? code
                : property(features.get(0), nameProperty, NAMES, "--name");
        var read = new ArrayList<Area>();
        var repaired = new ArrayList<String>();
        Set<String> codes = new TreeSet<>();
        for (JsonNode feature : features) {
            Area area = area(feature, code, name, read.size() + 1);
            if (!codes.add(area.code())) {
                throw trouble("BOUNDARY-CODE", "has area " + area.code() + " twice. Each area stands in it once.");
            }
            read.add(area);
        }
        boolean grid = isGrid(read);
        List<Area> given = sound(read, repaired);
        Projection projection = Projection.britishNationalGrid();
        List<Area> metres = grid
                ? given
                : sound(
                        given.stream()
                                .map(area -> new Area(area.code(), area.name(), projection.toMetres(area.shape())))
                                .toList(),
                        repaired);
        return new BoundaryAreas(
                AreaSet.of(file, given),
                AreaSet.of(file, metres),
                grid,
                repaired.stream().distinct().sorted().toList());
    }

    /** The same areas where all shapes are valid; else with repaired ones, if that was asked for. */
    private List<Area> sound(List<Area> areas, List<String> repaired) {
        List<ShapeFault> faults = AreaSet.faults(areas);
        if (!faults.isEmpty() && !repairing) {
            throw trouble(
                    "BOUNDARY-INVALID",
                    "has " + faults.size() + (faults.size() == 1 ? " area" : " areas") + " of invalid shape: "
                            + faults.getFirst().message()
                            + ". Take boundaries from their publisher again, or let the shapes be repaired with --repair,"
                            + " which says what it repaired.");
        }
        faults.forEach(fault -> repaired.add(fault.code()));
        return areas.stream()
                .map(area -> ShapeFault.of(area).isEmpty()
                        ? area
                        : ShapeFault.repair(area).repaired())
                .toList();
    }

    private static boolean has(JsonNode feature, String name) {
        return !feature.path("properties").path(name).isMissingNode();
    }

    private String property(JsonNode feature, @Nullable String wanted, List<String> usual, String option) {
        List<String> candidates = wanted == null ? usual : List.of(wanted);
        return candidates.stream()
                .filter(name -> has(feature, name))
                .findFirst()
                .orElseThrow(() -> trouble(
                        "BOUNDARY-CODE",
                        "has no property " + String.join(" or ", candidates) + ". Say with " + option
                                + " which of its properties to take: "
                                + String.join(", ", feature.path("properties").propertyNames()) + "."));
    }

    private Area area(JsonNode feature, String code, String name, int number) {
        String text = feature.path("properties").path(code).asString("");
        if (text.isBlank()) {
            throw trouble("BOUNDARY-CODE", "has no code in property " + code + " of area number " + number + ".");
        }
        JsonNode geometry = feature.path("geometry");
        JsonNode coordinates = geometry.path("coordinates");
        Geometry shape = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates, text);
            case "MultiPolygon" -> {
                var parts = new ArrayList<Polygon>();
                for (JsonNode part : coordinates) {
                    parts.add(polygon(part, text));
                }
                yield SHAPES.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default ->
                throw trouble("BOUNDARY-INVALID", "has an area, " + text + ", that is no polygon. Leave it out.");
        };
        return new Area(text, feature.path("properties").path(name).asString(text), shape);
    }

    private Polygon polygon(JsonNode rings, String code) {
        var read = new ArrayList<LinearRing>();
        for (JsonNode ring : rings) {
            var corners = new ArrayList<Coordinate>();
            for (JsonNode corner : ring) {
                corners.add(new Coordinate(
                        corner.path(0).asDouble(Double.NaN), corner.path(1).asDouble(Double.NaN)));
            }
            if (corners.size() < 4 || !corners.getFirst().equals2D(corners.getLast())) {
                throw trouble(
                        "BOUNDARY-INVALID",
                        "has an area, " + code
                                + ", with a border that does not close, or of fewer than three corners.");
            }
            read.add(SHAPES.createLinearRing(corners.toArray(Coordinate[]::new)));
        }
        if (read.isEmpty()) {
            throw trouble("BOUNDARY-INVALID", "has an area, " + code + ", without a border.");
        }
        return SHAPES.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    /** Whether all corners are metres of the grid; a mixture and everything else that is not in Great Britain is refused. */
    private boolean isGrid(List<Area> areas) {
        boolean anyGrid = false;
        boolean anyDegrees = false;
        for (Area area : areas) {
            for (Coordinate corner : area.shape().getCoordinates()) {
                boolean grid = Projection.isGrid(corner.getX(), corner.getY());
                boolean degrees = Projection.isGreatBritain(corner.getX(), corner.getY());
                if (!grid && !degrees) {
                    throw trouble(
                            "BOUNDARY-PLACE",
                            "has a corner of area " + area.code()
                                    + " that is neither degrees, longitude first, nor metres"
                                    + " of the British National Grid, in Great Britain.");
                }
                anyGrid |= grid;
                anyDegrees |= degrees;
            }
        }
        if (anyGrid && anyDegrees) {
            throw trouble("BOUNDARY-PLACE", "has degrees and metres. Give all areas in one of them.");
        }
        return anyGrid;
    }

    private CommandException trouble(String code, String what) {
        return new CommandException(code, ExitCode.REFUSED, file + " " + what);
    }
}
