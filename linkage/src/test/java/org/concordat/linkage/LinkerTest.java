package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.concordat.linkage.LinkageProgress.Stage;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class LinkerTest {
    private static Linkage link(Records records) {
        return new Linker(LinkageSettings.defaults(), LinkageProgress.silent()).link(records);
    }

    private static int[] persons(Linkage linkage) {
        return IntStream.range(0, linkage.records().size()).map(linkage::person).toArray();
    }

    @Test
    void findsWhoIsWhoInOneFile() {
        SmallTown town = SmallTown.oneFile(2_500, SmallTown.SEED);
        Linkage linkage = link(town.records());
        Score score = town.score(persons(linkage));
        assertThat(score.precision()).as("%s: %s", town.seedNote(), score).isGreaterThan(.97);
        assertThat(score.recall()).as("%s: %s", town.seedNote(), score).isGreaterThan(.95);
        assertThat(linkage.isCleanSource(0))
                .as("a file alone is never taken to hold each person once")
                .isFalse();
        assertThat(linkage.model().convergence().converged()).isTrue();
    }

    @Test
    void findsWhoIsWhoAcrossTwoFilesThatHoldEachPersonOnce() {
        SmallTown town = SmallTown.twoFiles(2_500, SmallTown.SEED);
        Linkage linkage = link(town.records());
        Score score = town.score(persons(linkage));
        assertThat(score.precision()).as("%s: %s", town.seedNote(), score).isGreaterThan(.985);
        assertThat(score.recall()).as("%s: %s", town.seedNote(), score).isGreaterThan(.95);
        assertThat(linkage.isCleanSource(0) && linkage.isCleanSource(1)).isTrue();
        Set<List<Integer>> seen = new HashSet<>();
        for (int r = 0; r < town.size(); r++) {
            assertThat(seen.add(List.of(linkage.person(r), linkage.records().source(r))))
                    .as("only record %d of its file in its person", r)
                    .isTrue();
        }
    }

    @Test
    void keepsEveryLinkOnceAndTellsWhatItDid() {
        SmallTown town = SmallTown.twoFiles(600, SmallTown.SEED);
        List<Stage> stages = new ArrayList<>();
        LinkageProgress progress = new LinkageProgress() {
            @Override
            public void begins(Stage stage, long total) {
                stages.add(stage);
            }

            @Override
            public void advances(long steps) {}
        };
        Linkage linkage = new Linker(LinkageSettings.defaults(), progress).link(town.records());
        Set<List<Integer>> pairs = new HashSet<>();
        for (int l = 0; l < linkage.links().size(); l++) {
            int left = linkage.links().left(l);
            int right = linkage.links().right(l);
            assertThat(left).isLessThan(right);
            assertThat(pairs.add(List.of(left, right))).isTrue();
        }
        assertThat(pairs).hasSizeGreaterThan(300);
        assertThat(IntStream.range(0, linkage.plan().rules().size())
                        .mapToLong(linkage::comparedPairs)
                        .sum())
                .isEqualTo(linkage.comparedPairs());
        assertThat(stages).doesNotHaveDuplicates().hasSameElementsAs(EnumSet.allOf(Stage.class));
    }

    @Test
    void aTrainedModelLinksTheSameRecordsTheSame() {
        SmallTown town = SmallTown.twoFiles(500, SmallTown.SEED);
        Linkage first = link(town.records());
        Linkage again = new Linker(LinkageSettings.defaults(), LinkageProgress.silent())
                .link(town.records(), first.trainedModel());
        assertThat(persons(again)).isEqualTo(persons(first));
    }

    @Test
    void oneRecordCannotBeLinked() {
        Records one = People.with(Attribute.SURNAME).row("shaw").records();
        assertThatThrownBy(() -> link(one))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("1 record")
                .hasMessageEndingWith("(LINK-TOO-FEW-RECORDS)");
        assertThatThrownBy(() -> link(People.with(Attribute.SURNAME).records()))
                .hasMessageEndingWith("(LINK-TOO-FEW-RECORDS)");
    }

    @Test
    void columnsThatTellNobodyApartCannotBeLinked() {
        Records same = People.with(Attribute.SURNAME, Attribute.SEX)
                .row("shaw", "f")
                .row("shaw", "f")
                .row("shaw", null)
                .records();
        assertThatThrownBy(() -> link(same)).hasMessageEndingWith("(LINK-NOTHING-TO-COMPARE)");
        Records empty =
                People.with(Attribute.SURNAME).row((String) null).row("").records();
        assertThatThrownBy(() -> link(empty)).hasMessageEndingWith("(LINK-NOTHING-TO-COMPARE)");
    }

    @Test
    void aSourceOfOneRecordIsLinkedToAnother() {
        SmallTown town = SmallTown.oneFile(400, SmallTown.SEED);
        Linkage linkage = link(town.asTwoFiles(1));
        assertThat(linkage.links().size()).isGreaterThan(100);
        for (int l = 0; l < linkage.links().size(); l++) {
            assertThat(linkage.links().bits(l)).isFinite();
        }
        Score score = town.score(persons(linkage));
        assertThat(score.f1()).as("%s: %s", town.seedNote(), score).isGreaterThan(.95);
    }

    @Test
    void emptySourcesChangeNothing() {
        SmallTown town = SmallTown.twoFiles(300, SmallTown.SEED);
        Linkage linkage = link(town.withEmptySources());
        assertThat(town.score(persons(linkage)).f1()).as(town.seedNote()).isGreaterThan(.95);
    }

    @Test
    void twoPeopleWhoStandFiftyTimesEachAreNeverMixed() {
        People people = People.with(
                Attribute.GIVEN_NAME, Attribute.SURNAME, Attribute.DATE_OF_BIRTH, Attribute.POSTCODE, Attribute.STREET);
        for (int r = 0; r < 50; r++) {
            people.row("june", "shaw", "1984-05-17", "m33aa", "mill street");
            people.row("victor", "ormerod", "1951-11-02", "sk14bc", "church lane");
        }
        Linkage linkage = link(people.records());
        for (int l = 0; l < linkage.links().size(); l++) {
            assertThat(linkage.links().bits(l)).isNotNaN();
        }
        for (int r = 0; r < 100; r++) {
            assertThat(linkage.person(r) % 2).as("person of record %d", r).isEqualTo(r % 2);
        }
    }

    @Test
    void aFewRecordsOfAnyKindGiveAnAnswer() {
        for (int n : new int[] {2, 4}) {
            for (Attribute attribute : Attribute.values()) {
                if (attribute == Attribute.GIVEN_NAME_ROOT) {
                    continue;
                }
                People people = People.with(attribute);
                for (int r = 0; r < n; r++) {
                    boolean date = attribute == Attribute.DATE_OF_BIRTH;
                    people.row(date ? "198" + r + "-01-02" : "one two " + r);
                }
                Linkage linkage;
                try {
                    linkage = link(people.records());
                } catch (LinkageException e) {
                    assertThat(e.code()).as("%s, %d records", attribute, n).isEqualTo("LINK-NOTHING-TO-COMPARE");
                    continue;
                }
                for (int r = 0; r < n; r++) {
                    assertThat(linkage.person(r)).isBetween(0, r);
                    assertThat(linkage.bits(0, n - 1))
                            .as("%s, %d records", attribute, n)
                            .isNotNaN();
                }
            }
        }
    }
}
