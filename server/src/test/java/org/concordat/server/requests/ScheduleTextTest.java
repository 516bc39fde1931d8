package org.concordat.server.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the text of a drafted schedule is written. */
class ScheduleTextTest {

    @Test
    void whatPeopleTypedStaysText() {
        assertThat(ScheduleText.quoted("a: [b]\n# \"c\" \\ d")).isEqualTo("\"a: [b]\\n# \\\"c\\\" \\\\ d\"");
    }

    @Test
    void itemsOfListsAreIndentedBelowTheirDash() {
        String text = new ScheduleText()
                .open("parties")
                .openItem("organisation", "charity")
                .list("acts-as", List.of("sender"))
                .closeItem()
                .close()
                .word("from", "2027-01-01")
                .toString();
        assertThat(text).isEqualTo("parties:\n  - organisation: charity\n    acts-as: [sender]\nfrom: 2027-01-01\n");
    }
}
