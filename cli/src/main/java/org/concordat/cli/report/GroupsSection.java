package org.concordat.cli.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.clustering.Clustering.Bridge;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.Histogram;
import org.concordat.pictures.pages.Section;

/** How large the persons and households are, and which links were not followed. */
final class GroupsSection {
    private static final int MOST_SINGLE_SIZES = 60;

    private final Linkage linkage;
    private final Persons persons;

    GroupsSection(Linkage linkage, Persons persons) {
        this.linkage = linkage;
        this.persons = persons;
    }

    void fill(Section s) {
        s.picture(sizes("Records of one person", "records", "persons", persons.sizes()));
        s.summary("Largest person", Figures.count(persons.sizes().lastKey()) + " records");
        List<Bridge> bridges = linkage.bridges();
        long sameSource = bridges.stream().filter(Bridge::sameSource).count();
        s.subsection("Links that were not followed", inside -> {
            inside.paragraph(
                    "A link can be strong on its own and still join two groups that do not fit together. Such weak"
                            + " bridges are cut, so that chains of chance likenesses do not run together to one person. They are"
                            + " in review.csv for somebody to look at.");
            inside.summary(
                            "Cut because the groups as a whole speak against",
                            Figures.count(bridges.size() - sameSource))
                    .summary(
                            "Cut because a file that holds each person once would hold one twice",
                            Figures.count(sameSource));
            List<String> clean = IntStream.range(0, linkage.records().sources().size())
                    .filter(linkage::isCleanSource)
                    .mapToObj(linkage.records().sources()::get)
                    .toList();
            inside.summary("Files found to hold each person once", clean.isEmpty() ? "none" : String.join(", ", clean));
        });
        s.subsection(
                "Households",
                inside -> inside.paragraph(
                                "Persons at one address who fit together make a household; households.csv has every record with its"
                                        + " household.")
                        .picture(sizes("Persons of one household", "persons", "households", households())));
    }

    private SortedMap<Integer, Long> households() {
        int size = linkage.records().size();
        int[] members = new int[size];
        for (int r = 0; r < size; r++) {
            if (linkage.person(r) == r) {
                members[linkage.household(r)]++;
            }
        }
        SortedMap<Integer, Long> sizes = new TreeMap<>();
        for (int household : members) {
            if (household > 0) {
                sizes.merge(household, 1L, Long::sum);
            }
        }
        return sizes;
    }

    private static Histogram sizes(String title, String across, String counted, SortedMap<Integer, Long> sizes) {
        Histogram chart = Histogram.of(title)
                .across(across, Numbers.COUNT)
                .counts(counted)
                .logarithmic();
        int largest = sizes.lastKey();
        if (largest <= MOST_SINGLE_SIZES) {
            for (int size = 1; size <= largest; size++) {
                chart.value(size, sizes.getOrDefault(size, 0L));
            }
            return chart;
        }
        int width = largest / MOST_SINGLE_SIZES + 1;
        for (int from = 1; from <= largest; from += width) {
            double sum = sizes.subMap(from, from + width).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            chart.bin(from - .5, from + width - .5, sum);
        }
        return chart;
    }
}
