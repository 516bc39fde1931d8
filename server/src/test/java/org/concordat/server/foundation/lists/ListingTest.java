package org.concordat.server.foundation.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.concordat.server.foundation.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

final class ListingTest {

    private static final ListShape SHAPE = ListShape.of(
                    Column.sorted("name", "a.name", "lower(p.family, 1)", "p.given"),
                    Column.sorted("ends", "a.ends", "p.ends_on"),
                    Column.plain("state", "a.state"))
            .filteredBy("organisation");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/people");

    private Listing asked(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.setParameter(namesAndValues[i], namesAndValues[i + 1]);
        }
        return SHAPE.read(request);
    }

    @Test
    void sortsByThePagesOwnSql() {
        assertThat(asked("order", "last").orderBy()).isEqualTo("lower(p.family, 1) desc, p.given desc");
        assertThat(asked("order", "first", "sort", "ends").orderBy()).isEqualTo("p.ends_on asc");
    }

    @ParameterizedTest
    @CsvSource({
        "sort, state",
        "sort, p.ends_on",
        "order, up",
        "page, 0",
        "page, -1",
        "page, 1e9",
        "size, 101",
        "as, pdf",
        "secret, x",
        "organisation, 'a\u0000'"
    })
    void refusesWhatTheListDoesNotOffer(String name, String value) {
        assertThatThrownBy(() -> asked(name, value)).isInstanceOf(Refusal.class).hasMessageContaining("LIST-UNKNOWN");
    }

    @Test
    void linksKeepTheFiltersAndEscapeThem() {
        Listing asked = asked("organisation", "a&b={c} d", "sort", "ends", "page", "3");
        assertThat(asked.toPage(4)).isEqualTo("/people?organisation=a%26b%3D%7Bc%7D%20d&sort=ends&order=first&page=4");
        assertThat(asked.toSort(asked.sortedBy())).contains("order=last").doesNotContain("page=");
        assertThat(asked.toCsv()).endsWith("as=csv");
        assertThat(asked.offset()).isEqualTo(50);
    }

    @Test
    void pageNumbersLeaveGaps() {
        assertThat(asked("page", "5").found(List.of(), 250).pageNumbers()).containsExactly(1, 0, 4, 5, 6, 0, 10);
        assertThat(asked("page", "1").found(List.of(), 0).pageNumbers()).containsExactly(1);
    }

    @Test
    void aDownloadedCellNeverStartsAFormula() throws IOException {
        var out = new StringWriter();
        CsvFile.to(out, List.of("a", "b"))
                .row("=1+1", -5)
                .row("say \"no\"", null)
                .row("@x", "two\nlines")
                .row("-x", " y");
        assertThat(out)
                .hasToString("\uFEFFa,b\r\n'=1+1,-5\r\n\"say \"\"no\"\"\",\r\n'@x,\"two\nlines\"\r\n'-x,\" y\"\r\n");
    }
}
