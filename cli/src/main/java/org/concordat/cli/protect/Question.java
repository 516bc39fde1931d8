package org.concordat.cli.protect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.disclosure.audit.Cell;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Sum;

/**
 * Which counts a table answers, said so that they can be told again from the rows.
 *
 * @param columns by column: for each code in the rows, the codes under which it is counted
 */
record Question(Map<String, Map<String, List<String>>> columns) {
    Question {
        // Sorted, so that the same question is the same text.
        Map<String, Map<String, List<String>>> sorted = new TreeMap<>();
        columns.forEach((column, codes) -> sorted.put(column, new TreeMap<>(codes)));
        columns = sorted;
    }

    /** The question that a table answers, with its totals or without. */
    static Question of(List<Dimension> dimensions, boolean withTotals) {
        Map<String, Map<String, List<String>>> columns = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            Map<String, List<String>> counted = new TreeMap<>();
            dimension.codes().subList(0, dimension.baseCount()).forEach(code -> counted.put(code, new ArrayList<>()));
            counted.forEach((code, under) -> under.add(code));
            if (withTotals) {
                for (Sum sum : dimension.sums()) {
                    for (String code : counted.keySet()) {
                        List<String> under = counted.get(code);
                        if (sum.parts().stream().anyMatch(under::contains) && !under.contains(sum.total())) {
                            under.add(sum.total());
                        }
                    }
                }
            }
            columns.put(dimension.name(), counted);
        }
        return new Question(columns);
    }

    String name() {
        return String.join(", ", columns.keySet());
    }

    /** The counts that it answers, of people who are told apart by no more than all questions need. */
    List<Cell> cells(People people) {
        Map<List<String>, List<Integer>> members = new LinkedHashMap<>();
        for (int group = 0; group < people.groups().size(); group++) {
            List<List<String>> under = List.of(List.of());
            for (Map.Entry<String, Map<String, List<String>>> column : columns.entrySet()) {
                String code = people.groups().get(group).get(people.columns().indexOf(column.getKey()));
                under = under.stream()
                        .flatMap(before -> column.getValue().getOrDefault(code, List.of()).stream()
                                .map(one -> {
                                    List<String> longer = new ArrayList<>(before);
                                    longer.add(one);
                                    return longer;
                                }))
                        .toList();
            }
            for (List<String> codes : under) {
                members.computeIfAbsent(codes, none -> new ArrayList<>()).add(group);
            }
        }
        List<String> names = List.copyOf(columns.keySet());
        return members.entrySet().stream()
                .map(cell -> Cell.of(
                        IntStream.range(0, names.size())
                                .mapToObj(
                                        i -> names.get(i) + " " + cell.getKey().get(i))
                                .collect(Collectors.joining(", ")),
                        cell.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    /** The people of a file, alike where they are alike in all columns that were asked for. */
    record People(List<String> columns, List<List<String>> groups) {
        static People of(FigureTable file, List<Question> questions) {
            List<String> columns = questions.stream()
                    .flatMap(question -> question.columns().keySet().stream())
                    .distinct()
                    .toList();
            columns.forEach(column -> file.require(column, "the budget"));
            List<List<String>> groups = file.rows().stream()
                    .map(row -> columns.stream().map(row::requiredText).toList())
                    .distinct()
                    .toList();
            return new People(columns, groups);
        }
    }

    /** What tells one state of a file and its keys from another, in whatever order the rows stand; nothing of it can be read back. */
    static String fingerprint(FigureTable file, Map<Long, Integer> keys) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            TreeSet<String> rows = new TreeSet<>();
            Map<String, Integer> repeated = new LinkedHashMap<>();
            for (FigureRow row : file.rows()) {
                String text = file.columns().stream()
                                .map(column -> row.text(column).orElse("\u0000"))
                                .collect(Collectors.joining("\u001f"))
                        + "\u001f" + keys.get(row.number());
                String hash = HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
                rows.add(hash + "." + repeated.merge(hash, 1, Integer::sum));
            }
            digest.update(String.join("\u001f", file.columns()).getBytes(StandardCharsets.UTF_8));
            rows.forEach(row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
