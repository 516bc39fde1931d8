package org.concordat.synthetic.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.concordat.synthetic.SyntheticException;
import org.junit.jupiter.api.Test;

final class TenancySupportTest {

    private static Map<String, String> files(long seed) {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        TenancySupport.of(seed).writeTo(name -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            files.put(name, file);
            return file;
        });
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, file) -> texts.put(name, file.toString(StandardCharsets.UTF_8)));
        return texts;
    }

    private static List<String[]> rows(Map<String, String> files, String name) {
        return files.getOrDefault(name, "")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void writesTheSameForTheSameSeedAndOtherwiseForAnother() {
        assertThat(files(3)).isEqualTo(files(3)).isNotEqualTo(files(4));
        assertThat(files(3))
                .containsOnlyKeys("cohort.csv", "districts.csv", "followup.csv", "lists.csv", "pool.csv", "steps.csv");
    }

    @Test
    void supportedPeopleLoseTheirHomesLessOften() {
        Map<String, String> files = files(1);
        var supported = rows(files, "cohort.csv").stream().map(row -> row[0]).collect(Collectors.toSet());
        assertThat(supported).hasSize(TenancySupport.SUPPORTED);
        List<String[]> pool = rows(files, "pool.csv");
        assertThat(pool.stream().map(row -> row[0])).containsAll(supported);
        assertThat(evicted(pool, row -> supported.contains(row[0])))
                .isLessThan(evicted(pool, row -> !supported.contains(row[0])) - .03);
    }

    private static double evicted(List<String[]> pool, Predicate<String[]> whom) {
        return pool.stream()
                .filter(whom)
                .mapToDouble(row -> Double.parseDouble(row[7]))
                .average()
                .orElseThrow();
    }

    @Test
    void everybodyOnAListIsOnOneAtLeastAndStepsBeginWithAReferral() {
        Map<String, String> files = files(1);
        assertThat(rows(files, "lists.csv"))
                .noneMatch(row -> row[1].equals("0") && row[2].equals("0") && row[3].equals("0"));
        assertThat(rows(files, "steps.csv").getFirst()[2]).startsWith("referred");
    }

    @Test
    void saysWhichFileCouldNotBeWritten() {
        assertThatThrownBy(() -> TenancySupport.of(1).writeTo(name -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(SyntheticException.class)
                .hasMessageContaining("cohort.csv")
                .hasMessageEndingWith("(SYNTHETIC-WRITE)");
    }
}
