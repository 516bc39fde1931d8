package org.concordat.measures.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.measures.PublicTable;
import org.concordat.measures.areas.VintageLookup.Change;
import org.concordat.measures.areas.VintageLookup.Complex;
import org.junit.jupiter.api.Test;

final class VintageTest {
    private static final VintageLookup LOOKUP = new VintageLookup(
            "LSOA 2011",
            "LSOA 2021",
            List.of(
                    new VintageLookup.Row("E01000001", "E01000001", Change.UNCHANGED),
                    new VintageLookup.Row("E01000002", "E01090001", Change.SPLIT),
                    new VintageLookup.Row("E01000002", "E01090002", Change.SPLIT),
                    new VintageLookup.Row("E01000003", "E01090003", Change.MERGED),
                    new VintageLookup.Row("E01000004", "E01090003", Change.MERGED),
                    new VintageLookup.Row("E01000005", "E01090004", Change.COMPLEX),
                    new VintageLookup.Row("E01000005", "E01090005", Change.COMPLEX)));
    private static final Map<String, Double> WEIGHTS = Map.of("E01090001", 300.0, "E01090002", 100.0);

    private static List<String> reasons(VintageLookup.Conversion conversion) {
        return switch (conversion) {
            case VintageLookup.Refused refused -> refused.reasons();
            case VintageLookup.Converted converted -> throw new AssertionError("converted " + converted);
        };
    }

    private static VintageLookup.Converted converted(VintageLookup.Conversion conversion) {
        return switch (conversion) {
            case VintageLookup.Refused refused -> throw new AssertionError(refused.reasons());
            case VintageLookup.Converted converted -> converted;
        };
    }

    @Test
    void keepsSplitsAndMergesCounts() {
        var counts = Map.of("E01000001", 7.0, "E01000002", 8.0, "E01000003", 1.0, "E01000004", 2.0);
        var news = converted(LOOKUP.convert(counts, WEIGHTS, Complex.REFUSE));
        assertThat(news.counts().stream().map(VintageLookup.NewCount::area))
                .containsExactly("E01000001", "E01090001", "E01090002", "E01090003");
        assertThat(news.counts().stream().map(VintageLookup.NewCount::count)).containsExactly(7.0, 6.0, 2.0, 3.0);
        assertThat(news.counts().getLast().sources()).containsExactly("E01000003", "E01000004");
        assertThat(news.leftOut()).isEmpty();
    }

    @Test
    void refusesASplitWithoutWeights() {
        assertThat(reasons(LOOKUP.convert(Map.of("E01000002", 8.0), Map.of("E01090001", 1.0), Complex.REFUSE)))
                .singleElement()
                .asString()
                .startsWith("1 area of LSOA 2011 became several (S), without weights")
                .contains("E01000002");
        assertThat(reasons(LOOKUP.convert(
                        Map.of("E01000002", 8.0), Map.of("E01090001", 0.0, "E01090002", 0.0), Complex.REFUSE)))
                .singleElement()
                .asString()
                .contains("of which all have a weight of 0: E01000002");
    }

    @Test
    void refusesAComplexChangeUnlessAskedToLeaveItOut() {
        var counts = Map.of("E01000001", 7.0, "E01000005", 4.0);
        assertThat(reasons(LOOKUP.convert(counts, Map.of(), Complex.REFUSE)))
                .containsExactly(
                        "1 area of LSOA 2011 changed in a way that cannot be told (X): E01000005. Leave such areas out, or"
                                + " take their figures from a source in LSOA 2021.");
        var news = converted(LOOKUP.convert(counts, Map.of(), Complex.LEAVE_OUT));
        assertThat(news.counts()).hasSize(1);
        assertThat(news.leftOut()).containsExactly("E01000005");
        assertThat(news.countLeftOut()).isEqualTo(4);
    }

    @Test
    void refusesAMergerOfWhichAPartIsMissing() {
        assertThat(reasons(LOOKUP.convert(Map.of("E01000003", 1.0), Map.of(), Complex.REFUSE)))
                .singleElement()
                .asString()
                .contains("but missing from it: E01000004");
    }

    @Test
    void saysHowManyCodesAreOfTheOtherVintage() {
        var counts = Map.of("E01000001", 7.0, "E01090001", 4.0, "E01090003", 1.0, "nowhere", 2.0);
        assertThat(reasons(LOOKUP.convert(counts, WEIGHTS, Complex.REFUSE)))
                .containsExactly(
                        "3 of 4 area codes are not of LSOA 2011: E01090001, E01090003, nowhere. 1 of these is no area"
                                + " code at all; 2 of these belong to LSOA 2021.");
    }

    @Test
    void refusesALookupThatContradictsItself() {
        assertThatThrownBy(() -> new VintageLookup(
                        "LSOA 2011",
                        "LSOA 2021",
                        List.of(new VintageLookup.Row("E01000002", "E01090001", Change.SPLIT))))
                .hasMessageContaining("says S of E01000002 and E01090001, but E01000002 has 1 new");
        assertThatThrownBy(() -> Change.ofLetter("Q")).hasMessage("a change code is U, S, M or X, given Q");
    }

    @Test
    void convertsAllOfEnglandBetween2011And2021AndBack() {
        PublicTable table = PublicTable.real("lookups_england/lookup_lsoa11_lsoa21_ltla22.csv.gz");
        var rows = new ArrayList<VintageLookup.Row>();
        List<String> olds = table.texts("lsoa11_code");
        List<String> codes = table.texts("lsoa21_code");
        List<String> changes = table.texts("change_code");
        for (int i = 0; i < table.size(); i++) {
            rows.add(new VintageLookup.Row(olds.get(i), codes.get(i), Change.ofLetter(changes.get(i))));
        }
        var lookup = new VintageLookup("LSOA 2011", "LSOA 2021", rows);
        assertThat(lookup.rows().stream()
                        .filter(row -> row.from().equals("E01006185"))
                        .map(VintageLookup.Row::to))
                .containsExactly("E01034000", "E01034001");

        var counts = new HashMap<String, Double>();
        lookup.fromVintage().codes().forEach(code -> counts.put(code, 10.0));
        var weights = new HashMap<String, Double>();
        lookup.toVintage().codes().forEach(code -> weights.put(code, 1_500.0));
        assertThat(reasons(lookup.convert(counts, weights, Complex.REFUSE)))
                .singleElement()
                .asString()
                .contains("changed in a way that cannot be told (X)");
        var news = converted(lookup.convert(counts, weights, Complex.LEAVE_OUT));
        double sum = news.counts().stream()
                .mapToDouble(VintageLookup.NewCount::count)
                .sum();
        assertThat(sum + news.countLeftOut()).isCloseTo(10.0 * counts.size(), within(1e-6));
        assertThat(news.leftOut()).isNotEmpty();

        // Back again: what was split is merged, what was merged is split by its residents.
        var there = new HashMap<String, Double>();
        news.counts().forEach(count -> there.put(count.area(), count.count()));
        var old = new HashMap<String, Double>();
        lookup.fromVintage().codes().forEach(code -> old.put(code, 1_500.0));
        var back = converted(lookup.reversed().convert(there, old, Complex.LEAVE_OUT));
        assertThat(back.counts()).allSatisfy(count -> assertThat(count.count()).isCloseTo(10, within(1e-9)));
    }

    @Test
    void tellsTheKindOfACode() {
        assertThat(AreaCode.read("E01006074").orElseThrow().kind()).isEqualTo(AreaKind.LSOA);
        assertThat(AreaCode.read(" E08000009 ").orElseThrow().kind()).isEqualTo(AreaKind.METROPOLITAN_DISTRICT);
        assertThat(AreaCode.read("E92000001").orElseThrow().kind()).isEqualTo(AreaKind.COUNTRY);
        assertThat(AreaCode.read("E0100607")).isEmpty();
        assertThat(AreaCode.read("E99000001")).isEmpty();
        assertThatThrownBy(() -> new AreaCode("E01006074", AreaKind.WARD)).hasMessageContaining("kind ward");
    }

    @Test
    void addsSmallAreasUpAndRefusesOneThatWouldCountTwice() {
        var small = new Vintage("small", Set.of("A", "B", "C", "D"));
        CustomAreas patches = CustomAreas.of(Map.of("East", List.of("A", "B"), "West", List.of("C")), small);
        assertThat(patches.sums(Map.of("A", 1.0, "B", 2.0, "C", 4.0)))
                .containsEntry("East", 3.0)
                .containsEntry("West", 4.0);
        assertThat(patches.means(Map.of("A", 1.0, "B", 2.0, "C", 4.0), Map.of("A", 3.0, "B", 1.0, "C", 1.0)))
                .containsEntry("East", 1.25);
        assertThatThrownBy(() -> patches.sums(Map.of("A", 1.0, "C", 4.0)))
                .hasMessageContaining("B of custom area East");
        assertThatThrownBy(() -> CustomAreas.of(Map.of("East", List.of("A"), "West", List.of("A")), small))
                .hasMessageContaining("A is part of East and of West");
        assertThatThrownBy(() -> CustomAreas.of(Map.of("East", List.of("Z")), small))
                .hasMessageContaining("1 of 1 area codes is not of small: Z");
        AreaSet shapes = patches.shapes("patches", AreaSet.of("row", Boundaries.row(4)));
        assertThat(shapes.areas().getFirst().shape().getArea()).isEqualTo(200);
    }

    @Test
    void fitsAreasWhereMostOfTheirResidentsLive() {
        AreaSet targets = AreaSet.of("row", Boundaries.row(2));
        List<BestFit.Fit> fits = BestFit.of(
                List.of(
                        new BestFit.Part("1", "X", 2, 2, 300),
                        new BestFit.Part("2", "X", 12, 2, 100),
                        new BestFit.Part("3", "Y", 12, 2, 50),
                        new BestFit.Part("4", "Y", 2, 2, 50),
                        new BestFit.Part("5", "Z", 99, 99, 10)),
                targets);
        assertThat(fits.get(0)).extracting("target", "degree", "tied").containsExactly("A", .75, false);
        assertThat(fits.get(1)).extracting("target", "degree", "tied").containsExactly("A", .5, true);
        assertThat(fits.get(2)).extracting("target", "degree").containsExactly("", .0);
    }

    @Test
    void fitsTraffordsSmallAreasToWardsMuchAsTheOfficialLookupDoes() {
        PublicTable parts = PublicTable.real("trafford/lookups/gm_statistical_lookup_2011.csv");
        PublicTable official = PublicTable.real("trafford/lookups/gm_lsoa11_to_ward17_best-fit.csv");
        AreaSet outputAreas = Boundaries.trafford("oa2011_trafford_bgc");
        var whole = new HashMap<String, String>();
        List<String> oas = parts.texts("oa11cd");
        List<String> lsoas = parts.texts("lsoa11cd");
        for (int i = 0; i < parts.size(); i++) {
            whole.put(oas.get(i), lsoas.get(i));
        }
        // Where residents' centroids are not at hand the middle of each output area stands in, each with one resident.
        List<BestFit.Part> middles = outputAreas.areas().stream()
                .map(area -> new BestFit.Part(
                        area.code(),
                        whole.getOrDefault(area.code(), ""),
                        area.shape().getInteriorPoint().getX(),
                        area.shape().getInteriorPoint().getY(),
                        1))
                .toList();
        var expected = new HashMap<String, String>();
        for (int i = 0; i < official.size(); i++) {
            expected.put(
                    official.texts("lsoa11cd").get(i), official.texts("wd17cd").get(i));
        }
        List<BestFit.Fit> fits = BestFit.of(middles, Boundaries.trafford("ward2017_trafford_bgc"));
        assertThat(fits).hasSize(138);
        long same = fits.stream()
                .filter(fit -> fit.target().equals(expected.get(fit.whole())))
                .count();
        // The official one goes by residents' centroids of whole LSOAs; 129 come out the same.
        assertThat(same).isGreaterThanOrEqualTo(125);
        assertThat(fits).allMatch(fit -> fit.degree() > .3);
    }
}
