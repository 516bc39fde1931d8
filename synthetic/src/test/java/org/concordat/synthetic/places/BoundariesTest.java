package org.concordat.synthetic.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class BoundariesTest {
    private static final long SEED = 12;
    private static final Places PLACES = new Places(400_000, 180_000, SEED);
    private static final Boundaries BOUNDARIES = new Boundaries(PLACES.areas(), SEED);
    private static final Pattern FEATURE = Pattern.compile(
            "\\{\"type\":\"Feature\",\"properties\":\\{\"code\":\"(\\w+)\",\"name\":\"([^\"]+)\"(?:,\"parent\":\"(\\w+)\")?\\},"
                    + "\"geometry\":(\\{.*\\})\\}");

    private record Feature(String code, String name, String parent, Geometry shape) {}

    private static List<Feature> read(AreaKind kind) {
        StringWriter out = new StringWriter();
        List<Feature> features = new ArrayList<>();
        try {
            BOUNDARIES.write(kind, out);
            GeoJsonReader reader = new GeoJsonReader();
            for (String line : out.toString().lines().toList()) {
                Matcher matcher = FEATURE.matcher(line);
                if (matcher.find()) {
                    String parent = matcher.group(3);
                    features.add(new Feature(
                            matcher.group(1),
                            matcher.group(2),
                            parent == null ? "" : parent,
                            reader.read(matcher.group(4))));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (ParseException cause) {
            throw new AssertionError(cause);
        }
        return features;
    }

    @Test
    void drawsOneValidPolygonForEachArea() {
        for (AreaKind kind : AreaKind.values()) {
            List<Feature> features = read(kind);
            assertThat(features).hasSize(PLACES.areas().count(kind));
            assertThat(features).allMatch(feature -> feature.shape().isValid());
            assertThat(features).allMatch(feature -> feature.code().matches(kind.prefix() + "9\\d{5}"));
        }
        assertThat(PLACES.areas().count(AreaKind.DISTRICT)).isGreaterThan(1);
    }

    @Test
    void drawsOuterRingsAnticlockwise() {
        assertThat(read(AreaKind.WARD))
                .allMatch(feature -> org.locationtech.jts.algorithm.Orientation.isCCW(
                        feature.shape().getCoordinates()));
    }

    @Test
    void makesEachAreaOfTheAreasBelowItPointByPoint() {
        AreaKind[] kinds = AreaKind.values();
        for (int i = 0; i + 1 < kinds.length; i++) {
            Map<String, List<Geometry>> children = new HashMap<>();
            read(kinds[i])
                    .forEach(child -> children.computeIfAbsent(child.parent(), code -> new ArrayList<>())
                            .add(child.shape()));
            List<Feature> parents = read(kinds[i + 1]);
            assertThat(children.keySet())
                    .isEqualTo(Set.copyOf(parents.stream().map(Feature::code).toList()));
            for (Feature parent : parents) {
                Geometry union = UnaryUnionOp.union(children.getOrDefault(parent.code(), List.of()));
                assertThat(union.equalsTopo(parent.shape())
                                || union.norm().equalsExact(parent.shape().norm()))
                        .as("%s is made of its parts", parent.code())
                        .isTrue();
            }
        }
    }

    @Test
    void coversTheTownWithoutOverlap() {
        List<Feature> small = read(AreaKind.SMALL);
        double sum =
                small.stream().mapToDouble(feature -> feature.shape().getArea()).sum();
        Geometry town = UnaryUnionOp.union(small.stream().map(Feature::shape).toList());
        assertThat(town.getArea() / sum).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(town.getNumGeometries()).isEqualTo(1);
    }

    @Test
    void putsEveryPostcodeInsideTheAreaThatTheListNames() throws IOException {
        Map<String, Geometry> shapes = new HashMap<>();
        read(AreaKind.SMALL).forEach(feature -> shapes.put(feature.code(), feature.shape()));
        StringWriter out = new StringWriter();
        new PostcodeList(PLACES, BOUNDARIES, SEED).write(out);
        GeometryFactory factory = new GeometryFactory();
        Set<String> postcodes = new HashSet<>();
        List<String> lines = out.toString().lines().skip(1).toList();
        for (String line : lines) {
            String[] cells = line.split(",");
            Point point =
                    factory.createPoint(new Coordinate(Double.parseDouble(cells[7]), Double.parseDouble(cells[8])));
            Geometry shape = shapes.get(cells[1]);
            assertThat(shape != null && shape.contains(point)).as(line).isTrue();
            assertThat(cells[0]).matches("TE[1-9][0-9]? [0-9][ABD-HJLNP-UW-Z]{2}");
            assertThat(postcodes.add(cells[0])).isTrue();
        }
        assertThat(180_000.0 / lines.size()).isBetween(13.0, 20.0);
    }
}
