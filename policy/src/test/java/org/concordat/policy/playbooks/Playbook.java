package org.concordat.policy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One folder below playbooks/: what it says, asks and expects. Files go by their names without ".yaml".
 *
 * @param readme the page for practitioners
 * @param agreement what an officer copies: the town in common, and beside it what this playbook adds
 * @param practice what is made up for practice only, and never belongs to what is copied
 */
record Playbook(
        String name,
        String readme,
        String expected,
        Map<String, String> agreement,
        Map<String, String> requests,
        Map<String, String> facts,
        Map<String, String> practice) {

    private static final Path ROOT = Path.of(Objects.requireNonNull(
                    System.getProperty("concordat.root"), "Run by Maven, which sets concordat.root"))
            .resolve("playbooks");

    /** Every playbook, read once; what they have in common is none. */
    static final List<Playbook> ALL = all();

    private static List<Playbook> all() {
        Map<String, String> common = yaml(ROOT.resolve("common"));
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("common"))
                    .sorted()
                    .map(folder -> read(folder, common))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Playbook read(Path folder, Map<String, String> common) {
        String name = Objects.requireNonNull(folder.getFileName()).toString();
        Map<String, String> own = yaml(folder.resolve("agreement"));
        assertThat(own).as("%s has an agreement folder", name).isNotEmpty();
        assertThat(common.keySet())
                .as("no file of %s hides a common one", name)
                .doesNotContainAnyElementsOf(own.keySet());
        var agreement = new TreeMap<>(common);
        agreement.putAll(own);
        return new Playbook(
                name,
                text(folder.resolve("README.md")),
                text(folder.resolve("expected.yaml")),
                agreement,
                yaml(folder.resolve("requests")),
                yaml(folder.resolve("facts")),
                yaml(folder.resolve("practice")));
    }

    private static Map<String, String> yaml(Path folder) {
        var files = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                String file = Objects.requireNonNull(path.getFileName()).toString();
                if (!file.equals("README.md")) {
                    assertThat(file).as("file in %s", folder).endsWith(".yaml");
                    files.put(file.substring(0, file.length() - ".yaml".length()), text(path));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
