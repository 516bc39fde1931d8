package org.concordat.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The playbooks' files, which describe the made-up town, with their years moved so that agreements that hold in 2026 hold in the
 * present year, and with reviews that fall due throughout the coming year, as they do where agreements were signed one by one.
 */
public final class PlaybookFiles {

    private static final int WRITTEN_FOR = 2026;
    private static final int FIRST_REVIEW_DAYS = 15;
    private static final int REVIEW_SPREAD_DAYS = 320;
    private static final Pattern REVIEW = Pattern.compile("(?m)^(\\s*review-by: ).*$");
    private static final Pattern DAY = Pattern.compile("\\b(202[0-9])-(\\d{2}-\\d{2})\\b");

    private final LocalDate today;
    private final int years;

    /** With years that fit this day. */
    public PlaybookFiles(LocalDate today) {
        this.today = today;
        this.years = today.getYear() - WRITTEN_FOR;
    }

    /** One file with what it says. */
    record PlaybookFile(String kind, String text, Values values) {
        String id() {
            return values.text(kind);
        }
    }

    /** Files of these kinds: what is common first, then playbook by playbook. */
    List<PlaybookFile> of(String... kinds) {
        var files = new ArrayList<PlaybookFile>();
        for (String pattern : List.of("playbooks/common/*.yaml", "playbooks/*/agreement/*.yaml")) {
            for (String text : texts(pattern)) {
                PlaybookFile file = file(text);
                if (Stream.of(kinds).anyMatch(file.kind()::equals)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** What the file of a schedule says. */
    public String scheduleText(String code) {
        return of("schedule").stream()
                .filter(file -> file.id().equals(code))
                .map(PlaybookFile::text)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no playbook has a schedule " + code));
    }

    /** Made-up readings of the law, one for each row. */
    List<PlaybookFile> readings() {
        return texts("playbooks/*/practice/verification-*.yaml").stream()
                .map(this::file)
                .filter(distinctRow())
                .toList();
    }

    private static java.util.function.Predicate<PlaybookFile> distinctRow() {
        var seen = new java.util.HashSet<String>();
        return file -> seen.add(file.values().text("row"));
    }

    private List<String> texts(String pattern) {
        try {
            Resource[] resources = new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern);
            var texts = new ArrayList<String>();
            for (Resource resource : Stream.of(resources)
                    .sorted(Comparator.comparing(resource -> resource.getDescription()))
                    .toList()) {
                texts.add(moved(resource.getContentAsString(UTF_8)));
            }
            return texts;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private String moved(String text) {
        String moved = DAY.matcher(text)
                .replaceAll(day -> (Integer.parseInt(day.group(1)) + years) + "-"
                        // 29 February does not exist in every year.
                        + (day.group(2).equals("02-29") ? "02-28" : day.group(2)));
        LocalDate review = today.plusDays(FIRST_REVIEW_DAYS + Math.floorMod(text.hashCode(), REVIEW_SPREAD_DAYS));
        return REVIEW.matcher(moved).replaceAll("$1" + review);
    }

    private PlaybookFile file(String text) {
        var problems = new Problems();
        return YamlFile.read("playbook.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), problems)
                .flatMap(fields -> {
                    String kind = fields.nodes().keySet().iterator().next();
                    return Values.of(
                                    kind,
                                    fields,
                                    java.util.Objects.requireNonNull(FileShapes.KINDS.get(kind)),
                                    problems)
                            .map(values -> new PlaybookFile(kind, text, values));
                })
                .orElseThrow(
                        () -> new IllegalStateException("a playbook's file cannot be read: " + problems.inOrder()));
    }
}
