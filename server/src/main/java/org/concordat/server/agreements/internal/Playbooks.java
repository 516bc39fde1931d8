package org.concordat.server.agreements.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.YamlFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The playbooks that come with the program: whole agreements, in which a partnership's own bodies take the places of made-up ones. */
@Component
public class Playbooks {

    private static final Pattern PLACE = Pattern.compile("/playbooks/([a-z0-9-]+)/agreement/");

    /** By its folder's name, its files in order, each read once. */
    private final Map<String, List<File>> playbooks = new TreeMap<>();

    private final Map<String, File> common = new TreeMap<>();

    Playbooks() {
        for (Resource resource : resources("classpath*:playbooks/*/agreement/*.yaml")) {
            Matcher place = PLACE.matcher(address(resource));
            if (place.find()) {
                playbooks
                        .computeIfAbsent(place.group(1), none -> new ArrayList<>())
                        .add(file(resource));
            }
        }
        for (Resource resource : resources("classpath*:playbooks/common/*.yaml")) {
            File file = file(resource);
            common.put(file.kind() + " " + file.id(), file);
        }
    }

    private record File(String name, String kind, String id, Node.Fields fields) {
        Shape.Group shape() {
            return Objects.requireNonNull(FileShapes.KINDS.get(kind));
        }
    }

    /**
     * A playbook as the page offers it.
     *
     * @param name its folder's
     * @param title of its agreement
     * @param documents titles of what it drafts
     * @param organisations whose places are to be taken, by code, with their names in the made-up town
     * @param teams the same of teams
     */
    public record Playbook(
            String name,
            String title,
            List<String> documents,
            Map<String, String> organisations,
            Map<String, String> teams) {
        public Playbook {
            documents = List.copyOf(documents);
        }
    }

    /** All, by name. */
    public List<Playbook> all() {
        return playbooks.keySet().stream().flatMap(name -> find(name).stream()).toList();
    }

    /** The one of that name, where it drafts anything. */
    public Optional<Playbook> find(String name) {
        List<File> files = playbooks.getOrDefault(name, List.of());
        List<String> titles = files.stream()
                .filter(Playbooks::isDocument)
                .map(file -> text(file, "title"))
                .toList();
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Playbook(name, titles.getFirst(), titles, places(files, "organisation"), places(files, "team")));
    }

    /**
     * The files of a playbook with bodies in place of the made-up ones.
     *
     * @param taken by kind ({@code organisation}, {@code team}), then by code in the playbook: whose code stands instead. What is
     *     about a body whose place nobody takes is left out
     * @param protocol under which it is drafted; where there is none, the playbook's own is among the files
     */
    public List<NamedText> filled(String name, Map<String, Map<String, String>> taken, Optional<String> protocol) {
        List<File> files = new ArrayList<>(playbooks.getOrDefault(name, List.of()));
        if (protocol.isEmpty()) {
            common.values().stream()
                    .filter(file -> file.kind().equals("protocol"))
                    .forEach(files::add);
        }
        Map<String, Map<String, String>> instead = new LinkedHashMap<>(taken);
        protocol.ifPresent(code -> instead.put(
                "protocol",
                Map.of(
                        common.values().stream()
                                .filter(file -> file.kind().equals("protocol"))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        code)));
        for (String kind : List.of("purpose", "role")) {
            Set<String> named = new LinkedHashSet<>();
            files.forEach(file -> named(file.shape(), file.fields(), kind, named));
            named.forEach(id -> Optional.ofNullable(common.get(kind + " " + id)).ifPresent(files::add));
        }
        return files.stream()
                .map(file -> new NamedText(file.name(), YamlText.of(group(file.shape(), file.fields(), instead))))
                .toList();
    }

    private Map<String, String> places(List<File> files, String kind) {
        Set<String> named = new LinkedHashSet<>();
        files.forEach(file -> named(file.shape(), file.fields(), kind, named));
        var places = new LinkedHashMap<String, String>();
        named.forEach(id -> places.put(
                id,
                Optional.ofNullable(common.get(kind + " " + id))
                        .map(file -> text(file, "name"))
                        .orElse(id)));
        return places;
    }

    private static boolean isDocument(File file) {
        return file.kind().equals("agreement") || file.kind().equals("schedule");
    }

    private static String text(File file, String field) {
        return file.fields().nodes().get(field) instanceof Node.Text text ? text.value() : file.id();
    }

    /** Adds all that a file names of a kind. */
    private static void named(Shape shape, Node node, String kind, Set<String> found) {
        switch (node) {
            case Node.Text text -> {
                if (shape instanceof Shape.Reference reference && reference.to().equals(kind)) {
                    found.add(text.value());
                }
            }
            case Node.Items items -> items.nodes().forEach(each -> named(inner(shape), each, kind, found));
            case Node.Fields fields -> {
                if (shape instanceof Shape.Group group) {
                    group.fields()
                            .forEach(field -> Optional.ofNullable(fields.nodes().get(field.name()))
                                    .ifPresent(each -> named(field.shape(), each, kind, found)));
                }
            }
        }
    }

    private static Shape inner(Shape shape) {
        return shape instanceof Shape.ListOf list ? list.of() : shape;
    }

    private static Map<String, Object> group(
            Shape.Group shape, Node.Fields fields, Map<String, Map<String, String>> instead) {
        var written = new LinkedHashMap<String, Object>();
        for (Shape.Field field : shape.fields()) {
            Node node = fields.nodes().get(field.name());
            if (node != null) {
                written(field.shape(), node, instead).ifPresent(value -> written.put(field.name(), value));
            }
        }
        return written;
    }

    /** A value with other bodies in it; nothing where it is one whose place nobody takes, or is about one. */
    private static Optional<Object> written(Shape shape, Node node, Map<String, Map<String, String>> instead) {
        return switch (node) {
            case Node.Text text ->
                shape instanceof Shape.Reference reference && instead.containsKey(reference.to())
                        ? Optional.ofNullable(Objects.requireNonNull(instead.get(reference.to()))
                                .get(text.value()))
                        : Optional.of(text.value());
            case Node.Items items -> {
                List<Object> all = new ArrayList<>();
                items.nodes()
                        .forEach(each -> written(inner(shape), each, instead).ifPresent(all::add));
                yield Optional.of(all);
            }
            case Node.Fields fields ->
                shape instanceof Shape.Group group && isAboutSomebody(group, fields, instead)
                        ? Optional.of(group(group, fields, instead))
                        : Optional.empty();
        };
    }

    private static boolean isAboutSomebody(
            Shape.Group shape, Node.Fields fields, Map<String, Map<String, String>> instead) {
        return shape.fields().stream()
                .filter(Shape.Field::required)
                .allMatch(field -> !(field.shape() instanceof Shape.Reference reference)
                        || !(fields.nodes().get(field.name()) instanceof Node.Text text)
                        || !instead.containsKey(reference.to())
                        || Objects.requireNonNull(instead.get(reference.to())).containsKey(text.value()));
    }

    private static List<Resource> resources(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(pattern)).stream()
                    .sorted(java.util.Comparator.comparing(Playbooks::address))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static File file(Resource resource) {
        var problems = new Problems();
        String name = Objects.requireNonNull(resource.getFilename());
        try {
            Node.Fields fields = YamlFile.read(
                            name,
                            new ByteArrayInputStream(
                                    resource.getContentAsString(UTF_8).getBytes(UTF_8)),
                            problems)
                    .orElseThrow(() -> new IllegalStateException("a playbook's file cannot be read: " + name));
            String kind = fields.nodes().keySet().iterator().next();
            String id = fields.nodes().get(kind) instanceof Node.Text text ? text.value() : "";
            return new File(name, kind, id, fields);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
