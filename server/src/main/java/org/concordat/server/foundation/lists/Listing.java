package org.concordat.server.foundation.lists;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.concordat.server.foundation.forms.Form;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody asks of a list: sorted by what, which page of it, with which filters.
 *
 * <pre>{@code
 * private static final ListShape PEOPLE = ListShape.of(
 *         Column.sorted("name", "parties.person.name", "p.family_name", "p.given_name"),
 *         Column.sorted("joined", "parties.person.joined", "p.joined_on")).filteredBy("organisation");
 *
 * Listing asked = PEOPLE.read(request);
 * // … "order by " + asked.orderBy() + " limit :size offset :offset"
 * model.addAttribute("people", asked.found(rows, total));
 * }</pre>
 *
 * @param shape what could be asked
 * @param sortedBy one of its columns
 * @param lastFirst from last to first
 * @param page from 1
 * @param size of a page, 1 to 100
 * @param filters those that are set, by name
 * @param csv whether all rows are wanted as CSV, rather than one page
 * @param address of the list, without the question
 */
public record Listing(
        ListShape shape,
        Column sortedBy,
        boolean lastFirst,
        int page,
        int size,
        SequencedMap<String, String> filters,
        boolean csv,
        String address) {

    public Listing {
        filters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(filters));
    }

    /** SQL for {@code order by}, from the page's own table of columns. Add the key to it, so that the order is whole. */
    public String orderBy() {
        String way = lastFirst ? " desc" : " asc";
        return sortedBy.sql().stream().map(one -> one + way).collect(Collectors.joining(", "));
    }

    /** How many rows come before the page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** What this filter is set to. */
    public Optional<String> filter(String name) {
        if (!shape.filters().contains(name)) {
            throw new IllegalArgumentException("filter must be one of " + shape.filters() + ", was " + name);
        }
        return Optional.ofNullable(filters.get(name));
    }

    /** The same for templates: empty text where it is not set. */
    public String filterText(String name) {
        return filter(name).orElse("");
    }

    /** The filters as a form shows them. */
    public Form form() {
        Form form = Form.empty();
        filters.forEach(form::with);
        return form;
    }

    /** Whether it is sorted otherwise than it would be by itself. */
    public boolean isSortedOtherwise() {
        return !sortedBy.name().equals(shape.sortedBy()) || lastFirst != shape.descending();
    }

    /** The answer: the rows of this page, out of so many. */
    public <T> Found<T> found(List<T> rows, long total) {
        return new Found<>(this, rows, total);
    }

    /** Address of another page of the same list. */
    public String toPage(int other) {
        return link(sortedBy, lastFirst, other, false);
    }

    /** Address of the list sorted by this column; the other way round where it already is. */
    public String toSort(Column column) {
        return link(column, column.equals(sortedBy) && !lastFirst, 1, false);
    }

    /** Address of the whole list as CSV. */
    public String toCsv() {
        return link(sortedBy, lastFirst, 1, true);
    }

    /** What assistive technology is told about a column: {@code ascending}, {@code descending} or {@code none}. */
    public String ariaSort(Column column) {
        return column.equals(sortedBy) ? (lastFirst ? "descending" : "ascending") : "none";
    }

    private String link(Column column, boolean last, int toPage, boolean asCsv) {
        var link = UriComponentsBuilder.fromPath(address);
        filters.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        if (!column.name().equals(shape.sortedBy()) || last != shape.descending()) {
            link.queryParam("sort", column.name()).queryParam("order", last ? "last" : "first");
        }
        if (toPage > 1) {
            link.queryParam("page", toPage);
        }
        if (size != ListShape.USUAL_SIZE) {
            link.queryParam("size", size);
        }
        if (asCsv) {
            link.queryParam("as", "csv");
        }
        return link.encode().buildAndExpand(filters).toUriString();
    }
}
