package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmptyDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @EnumSource(Tier.class)
    void isADraftButNoFileThatCouldBeAgreed(Tier tier) {
        Node.Fields fields = fields(empty(tier).text(TODAY));
        var problems = new Problems();
        assertThat(DraftReading.read(tier.word(), fields, shape(tier), problems))
                .as(problems.inOrder().toString())
                .isPresent();
        assertThat(Values.of(tier.word(), fields, shape(tier), new Problems())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void answersNothingForAnybody(Tier tier) {
        Node.Fields fields = fields(empty(tier).text(TODAY));
        var gaps = new Problems();
        Unwritten.check("draft.yaml", fields, gaps);
        List<String> answered = fields.nodes().entrySet().stream()
                .filter(each -> !Unwritten.isIn(each.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
        assertThat(answered)
                .isSubsetOf(tier.word(), "title", "parent", "version", "versions", "from", "to", "review-by");
        assertThat(gaps.count()).isEqualTo(fields.nodes().size() - answered.size());
    }

    @Test
    void isReviewedAfterAYearOrAtItsEnd() {
        Values values = read(empty(Tier.AGREEMENT));
        assertThat(values.day("review-by")).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(read(new EmptyDraft(
                                Tier.PROTOCOL,
                                "PR-1",
                                "Short",
                                Optional.empty(),
                                List.of("council", "police"),
                                TODAY,
                                TODAY.plusDays(30)))
                        .day("review-by"))
                .isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void aGapIsNoExcuseForAnotherMistake() {
        String text = empty(Tier.SCHEDULE).text(TODAY).replaceFirst("shared-days: .*", "shared-days: some");
        assertThat(DraftReading.read("schedule", fields(text), shape(Tier.SCHEDULE), new Problems()))
                .isEmpty();
    }

    private static Values read(EmptyDraft empty) {
        return DraftReading.read(empty.tier().word(), fields(empty.text(TODAY)), shape(empty.tier()), new Problems())
                .orElseThrow();
    }

    private static EmptyDraft empty(Tier tier) {
        return new EmptyDraft(
                tier,
                "X-1",
                "Something to be agreed",
                Optional.of("Y-1").filter(_ -> tier != Tier.PROTOCOL),
                List.of("council", "police"),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2028, 6, 30));
    }

    private static Shape.Group shape(Tier tier) {
        return Objects.requireNonNull(FileShapes.KINDS.get(tier.word()));
    }

    private static Node.Fields fields(String text) {
        return YamlFile.read("draft.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), new Problems())
                .orElseThrow();
    }
}
