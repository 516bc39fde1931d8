package org.concordat.server.foundation.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a partnership in the place of terms. */
final class RelabelledMessagesTest {

    private static final LocalWord ANNEX = new LocalWord("annex", "annexes");

    @ParameterizedTest
    @CsvSource({
        "a schedule,an annex",
        "A schedule of {0},An annex of {0}",
        "Schedules,Annexes",
        "two schedules’ fields,two annexes’ fields",
        "reschedule the rescheduled schedule,reschedule the rescheduled annex",
        "schedule-like,schedule-like",
        "'{0,choice,1#a schedule|1<{0} schedules}','{0,choice,1#an annex|1<{0} annexes}'"
    })
    void saysTheLocalWordAsTheSentenceNeedsIt(String text, String said) {
        assertThat(new Relabelling(Map.of("schedule", ANNEX)).of(text)).isEqualTo(said);
    }

    @Test
    void givesEachTermItsOwnWordAndNoneTwice() {
        var swapped = new Relabelling(Map.of(
                "schedule", new LocalWord("agreement", "agreements"), "agreement", new LocalWord("pact", "pacts")));
        assertThat(swapped.of("An agreement has schedules.")).isEqualTo("A pact has agreements.");
    }

    @Test
    void tellsWhichTermIsMeantAndExplainsItInItsOwnWords() {
        RelabelledMessages messages = messages();
        String before = said(messages, "agreements.tier.schedule");
        messages.say(Map.of("schedule", ANNEX));
        assertThat(said(messages, "agreements.tier.schedule")).isEqualTo("Annex");
        assertThat(said(messages, "term.schedule")).isEqualTo("annex");
        assertThat(said(messages, "term.schedule.called")).contains("“schedule”");
        assertThat(messages.getMessage("term.agreement.called", null, "none", Locale.UK))
                .isEqualTo("none");
        assertThat(said(messages, "term.agreement.explained")).contains("schedules");
        messages.say(Map.of());
        assertThat(said(messages, "agreements.tier.schedule")).isEqualTo(before);
    }

    @Test
    void leavesAloneWhatPeopleTyped() {
        RelabelledMessages messages = messages();
        messages.say(Map.of("schedule", ANNEX));
        assertThat(messages.getMessage("decisions.about.schedule", new Object[] {"My schedule"}, Locale.UK))
                .isEqualTo("Annex My schedule");
    }

    @Test
    void everyTermIsInTheGlossary() {
        assertThat(RelabelledMessages.TERMS)
                .allSatisfy(term -> assertThat(messages().own(term)).isNotBlank());
        assertThatThrownBy(() -> messages().own("unknown")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{0}", "it's", "a|b", "a#b", "a<b", "two\nlines", " annex"})
    void refusesWhatWouldMeanSomethingInAMessage(String word) {
        assertThatThrownBy(() -> new LocalWord(word, "annexes")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String said(RelabelledMessages messages, String code) {
        return messages.getMessage(code, null, Locale.UK);
    }

    private static RelabelledMessages messages() {
        var messages = new RelabelledMessages();
        messages.setBasenames("messages/foundation", "messages/decisions", "messages/agreements");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
