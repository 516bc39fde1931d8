package org.concordat.cli.rates;

import java.util.List;
import org.concordat.cli.figures.FigureTable;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a table: as the options name them, else by the names that tables of this kind usually have. */
final class ColumnNames {
    private static final List<String> AREA_CODE = List.of("area_code", "area code", "areacode", "area");
    private static final List<String> AREA_NAME = List.of("area_name", "area name", "areaname");
    private static final List<String> INDICATOR = List.of("indicator", "indicator name", "indicator_name");
    private static final List<String> SEX = List.of("sex");
    private static final List<String> PERIOD = List.of("period", "time period", "year");
    private static final List<String> AGE = List.of("age", "age_band", "ageband", "age band", "startage");
    private static final List<String> NUMERATOR = List.of("numerator", "count", "events", "deaths", "observed");
    private static final List<String> DENOMINATOR = List.of("denominator", "population", "pop", "expected");

    private ColumnNames() {}

    /** What the options say; {@code null} where they say nothing. */
    record Named(
            @Nullable String area,
            @Nullable String name,
            @Nullable String indicator,
            @Nullable String sex,
            @Nullable String period,
            @Nullable String age,
            @Nullable String numerator,
            @Nullable String denominator) {}

    static RatesRequest.Columns in(FigureTable table, Named named) {
        return new RatesRequest.Columns(
                find(table, "--area", named.area(), AREA_CODE),
                find(table, "--area-name", named.name(), AREA_NAME),
                find(table, "--indicator", named.indicator(), INDICATOR),
                find(table, "--sex", named.sex(), SEX),
                find(table, "--period", named.period(), PERIOD),
                find(table, "--age", named.age(), AGE),
                find(table, "--numerator", named.numerator(), NUMERATOR),
                find(table, "--denominator", named.denominator(), DENOMINATOR));
    }

    /** The usual name that the table has, or the first of them where it has none. */
    private static String find(FigureTable table, String option, @Nullable String named, List<String> usual) {
        if (named != null) {
            table.require(named, option);
            return named;
        }
        return usual.stream().filter(table::has).findFirst().orElse(usual.getFirst());
    }
}
