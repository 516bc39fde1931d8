package org.concordat.server.foundation.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.concordat.server.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be asked for: its columns, and its filters.
 *
 * @param sortedBy name of the column by which it is sorted where the address does not say
 * @param descending whether from last to first then
 */
public record ListShape(List<Column> columns, Set<String> filters, String sortedBy, boolean descending) {

    static final int USUAL_SIZE = 25;
    static final int LARGEST_SIZE = 100;
    private static final int LONGEST_FILTER = 200;
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Set<String> OWN = Set.of("sort", "order", "page", "size", "as");

    public ListShape {
        columns = List.copyOf(columns);
        filters = Set.copyOf(filters);
        if (columns.stream().noneMatch(column -> column.name().equals(sortedBy) && column.isSortable())) {
            throw new IllegalArgumentException("a list must be sorted by one of its sortable columns, was " + sortedBy);
        }
        if (filters.stream().anyMatch(OWN::contains)) {
            throw new IllegalArgumentException("a filter must not be called any of " + OWN + ", was " + filters);
        }
    }

    /** Columns, sorted by the first. */
    public static ListShape of(Column... columns) {
        return new ListShape(List.of(columns), Set.of(), columns[0].name(), false);
    }

    /** The same, sorted otherwise where the address does not say. */
    public ListShape sortedBy(String column, boolean lastFirst) {
        return new ListShape(columns, filters, column, lastFirst);
    }

    /** The same, with filters of these names. */
    public ListShape filteredBy(String... names) {
        return new ListShape(columns, Set.of(names), sortedBy, descending);
    }

    /**
     * What this request asks for.
     *
     * @throws Refusal where it asks for something that the list does not offer
     */
    public Listing read(HttpServletRequest request) {
        var given = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length != 1 || !(OWN.contains(name) || filters.contains(name))) {
                throw unknown();
            }
            String value = values[0].strip();
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        });
        String sort = given.getOrDefault("sort", sortedBy);
        Column column = columns.stream()
                .filter(one -> one.name().equals(sort) && one.isSortable())
                .findFirst()
                .orElseThrow(ListShape::unknown);
        boolean lastFirst =
                switch (given.getOrDefault("order", sort.equals(sortedBy) && descending ? "last" : "first")) {
                    case "first" -> false;
                    case "last" -> true;
                    default -> throw unknown();
                };
        var kept = new LinkedHashMap<String, String>();
        for (String filter : new HashSet<>(filters).stream().sorted().toList()) {
            String value = given.get(filter);
            if (value != null) {
                if (value.length() > LONGEST_FILTER || value.chars().anyMatch(Character::isISOControl)) {
                    throw unknown();
                }
                kept.put(filter, value);
            }
        }
        int size = number(given.get("size"), USUAL_SIZE);
        if (size > LARGEST_SIZE) {
            throw unknown();
        }
        String as = given.getOrDefault("as", "page");
        if (!Set.of("page", "csv").contains(as)) {
            throw unknown();
        }
        return new Listing(
                this,
                column,
                lastFirst,
                number(given.get("page"), 1),
                size,
                kept,
                as.equals("csv"),
                request.getRequestURI());
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!PAGE.matcher(text).matches()) {
            throw unknown();
        }
        return Integer.parseInt(text);
    }

    private static Refusal unknown() {
        return new Refusal(400, "LIST-UNKNOWN", "foundation.refusal.list");
    }
}
