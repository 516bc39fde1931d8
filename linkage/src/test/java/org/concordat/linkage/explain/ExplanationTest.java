package org.concordat.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.Linker;
import org.concordat.linkage.MadeUpPeople;
import org.concordat.linkage.explain.Waterfall.Part;
import org.concordat.linkage.explain.Waterfall.Step;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static Records records;
    private static Linkage linkage;

    @BeforeAll
    static void link() {
        records = new MadeUpPeople(400, MadeUpPeople.SEED).records;
        linkage = new Linker(MadeUpPeople.settings(), LinkageProgress.silent()).link(records);
    }

    @Test
    void theStepsOfEveryLinkAddUpToItsWeight() {
        Links links = linkage.links();
        assertThat(links.size()).isGreaterThan(200);
        boolean othersHadASay = false;
        for (int l = 0; l < links.size(); l++) {
            Waterfall waterfall = linkage.explain(links.left(l), links.right(l));
            assertThat(waterfall.bits()).isEqualTo(links.bits(l), within(1e-4));
            othersHadASay |= waterfall.steps().getLast().part() == Part.OTHER_RECORDS;
        }
        assertThat(othersHadASay).isTrue();
    }

    @Test
    void theStepsOfAnyPairAddUpToItsWeight() {
        SplittableRandom random = new SplittableRandom(MadeUpPeople.SEED);
        for (int pair = 0; pair < 500; pair++) {
            int left = random.nextInt(records.size());
            int right = random.nextInt(records.size());
            Waterfall waterfall = linkage.explain(left, right);
            assertThat(waterfall.bits())
                    .as("pair %d with seed %d", pair, MadeUpPeople.SEED)
                    .isEqualTo(linkage.bits(left, right), within(1e-9));
        }
    }

    @Test
    void aWaterfallNamesThePriorFirstThenEveryComparisonInOrder() {
        Waterfall waterfall = linkage.explain(0, records.size() - 1);
        assertThat(waterfall.steps().getFirst().part()).isEqualTo(Part.PRIOR);
        assertThat(waterfall.steps().getFirst().words()).isEqualTo("pairs council and hospital");
        assertThat(waterfall.steps().stream()
                        .filter(s -> s.part() == Part.AGREEMENT)
                        .map(Step::name))
                .containsExactlyElementsOf(linkage.model().comparisons().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void aMissingValueSaysSoAndAddsNothing() {
        Column surnames = Objects.requireNonNull(records.column(Attribute.SURNAME));
        int without = IntStream.range(0, records.size())
                .filter(r -> surnames.code(r) == 0)
                .findFirst()
                .orElseThrow();
        Step step = linkage.explain(without, without == 0 ? 1 : 0).steps().stream()
                .filter(s -> s.name().equals("surname"))
                .findFirst()
                .orElseThrow();
        assertThat(step.words()).isEqualTo(Waterfall.MISSING);
        assertThat(step.bits()).isZero();
    }

    @Test
    void anExplanationHoldsNoValueOfTheRecords() {
        for (int r = 1; r < 100; r++) {
            String text = linkage.explain(0, r).toString();
            for (Attribute attribute : records.attributes()) {
                Column column = Objects.requireNonNull(records.column(attribute));
                for (int record : new int[] {0, r}) {
                    if (column.code(record) != 0) {
                        assertThat(text).doesNotContain(column.value(column.code(record)));
                    }
                }
            }
        }
    }

    @Test
    void everyPersonKeepsTheLinksThatJoinedIt() {
        int joined = 0;
        for (int r = 0; r < records.size(); r++) {
            PersonReasons reasons = linkage.reasons(r);
            int person = linkage.person(r);
            List<Integer> members = IntStream.range(0, records.size())
                    .filter(other -> linkage.person(other) == person)
                    .boxed()
                    .toList();
            assertThat(reasons.person()).isEqualTo(person);
            assertThat(reasons.records()).isEqualTo(members);
            assertThat(reasons.reasons()).hasSize(members.size() - 1);
            joined = Math.max(joined, members.size());
        }
        assertThat(joined).isGreaterThan(2);
    }

    @Test
    void theFirstReasonOfAPersonIsAStrongLinkOnItsOwn() {
        Set<Integer> seen = new HashSet<>();
        for (int r = 0; r < records.size(); r++) {
            if (seen.add(linkage.person(r)) && !linkage.reasons(r).reasons().isEmpty()) {
                PersonReasons.Reason first = linkage.reasons(r).reasons().getFirst();
                // .95 is 4.25 bits
                assertThat(first.bits()).isGreaterThan(4.2);
                assertThat(first.meanBits()).isEqualTo(first.bits(), within(1e-3));
            }
        }
    }

    @Test
    void aLevelsWeightIsHowMuchLikelierItIsForOnePerson() {
        List<LevelWeights> weights = linkage.levelWeights();
        assertThat(weights).hasSameSizeAs(linkage.model().comparisons());
        LevelWeights.Level same = weights.get(1).levels().getFirst();
        assertThat(same.words()).isEqualTo("the same");
        assertThat(same.bits()).isEqualTo(Math.log(same.m() / same.u()) / Math.log(2), within(1e-12));
        assertThat(same.bits()).isGreaterThan(2);
        assertThat(weights.get(1).levels().getLast().bits()).isLessThan(-1);
        assertThat(new LevelWeights.Level("", .8, .1).bits()).isEqualTo(3, within(1e-12));
    }

    @Test
    void aRecordThatHoldsLittleCanHardlyBeLinked() {
        List<Attribute> columns = List.of(Attribute.GIVEN_NAME, Attribute.SURNAME, Attribute.DATE_OF_BIRTH);
        Records.Builder builder = Records.of(columns);
        for (String source : List.of("full", "sparse")) {
            builder.source(source);
            for (int r = 0; r < 300; r++) {
                boolean sparse = source.equals("sparse") && r % 3 == 0;
                builder.add(source + r, new String[] {
                    "given" + (char) ('a' + r % 20),
                    sparse ? null : "surname" + (char) ('a' + r % 23) + (char) ('a' + r % 19),
                    sparse ? null : "19" + (10 + r % 89) + "-0" + (1 + r % 9) + "-" + (10 + r % 18)
                });
            }
        }
        Linkage sparse = new Linker(MadeUpPeople.settings(), LinkageProgress.silent()).link(builder.build());
        assertThat(sparse.linkability())
                .containsExactly(new Linkability("full", 300, 0), new Linkability("sparse", 300, 100));
        assertThat(sparse.linkability().get(1).share()).isEqualTo(1 / 3., within(1e-9));
    }
}
