package org.concordat.server.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NoticeTest {

    @Test
    void letsASentenceAgreeWithItsNumber() {
        var sentence = new MessageFormat("{0} {0,choice,0#parties were|1#party was|1<parties were} asked", Locale.UK);
        assertThat(sentence.format(Notice.of("some.key", "1").argumentArray())).isEqualTo("1 party was asked");
        assertThat(sentence.format(Notice.of("some.key", "17").argumentArray())).isEqualTo("17 parties were asked");
    }

    @Test
    void leavesCodesAndYearsAsTheyWereWritten() {
        assertThat(Notice.of("some.key", "RQ-1", "2027", "007", "").argumentArray())
                .containsExactly("RQ-1", "2027", "007", "");
    }
}
