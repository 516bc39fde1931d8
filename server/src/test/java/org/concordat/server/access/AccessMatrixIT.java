package org.concordat.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route by every method with nobody, with somebody who chose no role, with every role of two organisations, and with client systems,
 * and holds which doors open against {@code docs/security/access.csv}. A door is open when its handler ran.
 */
@SpringBootTest(classes = ConcordatServer.class)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessMatrixIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Path MATRIX = Path.of(System.getProperty("concordat.root"), "docs", "security", "access.csv");
    private static final String ANYONE = "anyone";
    private static final String SIGNED_IN = "signed-in";
    private static final String CLIENTS = "clients";

    private final MockMvc mvc;
    private final RequestMappingHandlerMapping handlers;
    private final Organisations organisations;
    private final Persons persons;
    private final Map<String, List<PersonAuthentication>> people = new TreeMap<>();

    @Autowired
    AccessMatrixIT(
            MockMvc mvc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            Organisations organisations,
            Persons persons) {
        this.mvc = mvc;
        this.handlers = handlers;
        this.organisations = organisations;
        this.persons = persons;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        DATABASE.register(settings);
        settings.add(
                "concordat.data-folder", () -> Path.of("target", "access-data").toString());
    }

    /** A route: its method and its path as the handler writes it. */
    record Route(String method, String path) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            int byPath = path.compareTo(other.path);
            return byPath == 0 ? method.compareTo(other.method) : byPath;
        }
    }

    @BeforeAll
    void someoneInEveryRole() {
        for (String name : List.of("First Council", "Second Council")) {
            Organisation organisation = asServer(() -> organisations.add(
                    name,
                    EnumSet.of(OrganisationKind.COUNCIL),
                    Nation.ENGLAND,
                    Organisation.Controller.unknown(),
                    false));
            UUID undecided = person(organisation, "undecided");
            people.computeIfAbsent(SIGNED_IN, none -> new ArrayList<>())
                    .add(new PersonAuthentication(undecided, Optional.empty()));
            for (Role role : Role.values()) {
                UUID person = person(organisation, role.word());
                UUID assignment = asServer(() -> {
                    persons.give(person, organisation.code(), Optional.empty(), role);
                    return persons.roles(person).getFirst().id();
                });
                people.computeIfAbsent(role.word(), none -> new ArrayList<>())
                        .add(new PersonAuthentication(person, Optional.of(assignment)));
            }
        }
    }

    private UUID person(Organisation organisation, String name) {
        return asServer(() -> persons.add(organisation.code(), name, name + "@" + organisation.code() + ".example"))
                .id();
    }

    @Test
    void everyDoorOpensToThoseWhomTheMatrixNamesAndToNobodyElse() throws Exception {
        Map<Route, Set<String>> written = written();
        Map<Route, Set<String>> found = new TreeMap<>();
        var faults = new ArrayList<String>();
        for (Route route : routes()) {
            found.put(route, audiences(route, faults));
        }
        Files.write(Path.of("target", "access-found.csv"), lines(found), UTF_8);
        assertThat(faults).as("answers with a status of 500 or more").isEmpty();
        assertThat(lines(found)).as("what docs/security/access.csv must say").isEqualTo(lines(written));
    }

    private Set<String> audiences(Route route, List<String> faults) throws Exception {
        var open = new TreeSet<String>();
        if (opens(route, Optional.empty(), faults)) {
            open.add(ANYONE);
        }
        for (Map.Entry<String, List<PersonAuthentication>> each : people.entrySet()) {
            var outcomes = new TreeSet<Boolean>();
            for (PersonAuthentication person : each.getValue()) {
                outcomes.add(opens(route, Optional.of(person), faults));
            }
            assertThat(outcomes)
                    .as("%s for %s of two organisations", route, each.getKey())
                    .hasSize(1);
            if (outcomes.contains(true)) {
                open.add(each.getKey());
            }
        }
        return open;
    }

    private boolean opens(Route route, Optional<PersonAuthentication> person, List<String> faults) throws Exception {
        MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(route.method()), address(route.path()));
        if (route.path().startsWith("/api/")) {
            asked.contentType(
                    route.path().equals("/api/token")
                            ? MediaType.APPLICATION_FORM_URLENCODED
                            : MediaType.APPLICATION_JSON);
        } else {
            asked.with(csrf());
        }
        person.ifPresent(each -> asked.with(authentication(each)));
        try {
            MvcResult result = mvc.perform(asked).andReturn();
            if (result.getResponse().getStatus() >= 500) {
                faults.add(route + " " + result.getResponse().getStatus());
            }
            return result.getHandler() != null;
        } catch (ServletException fault) {
            faults.add(route + " " + fault.getMessage());
            return true;
        }
    }

    /** The path with something in the place of each variable, which need not exist. */
    private static String address(String path) {
        var address = new StringBuilder();
        variables(path, address::append, variable -> address.append(example(variable)));
        return address.toString();
    }

    private static String example(String variable) {
        if (variable.contains("[A-Z")) {
            return "NOT-AGREED";
        }
        String name = variable.replaceAll(":.*", "");
        return switch (name) {
            case "fact" -> "training-current";
            case "number", "version", "size", "risk", "line", "comment" -> "1";
            case "code", "hash", "name", "secret", "step" -> "nothing-of-this-name";
            default -> UUID.randomUUID().toString();
        };
    }

    /** The path as the matrix writes it: variables by their names alone. */
    private static String plain(String path) {
        var plain = new StringBuilder();
        variables(
                path,
                plain::append,
                variable ->
                        plain.append('{').append(variable.replaceAll(":.*", "")).append('}'));
        return plain.toString();
    }

    private static void variables(String path, Consumer<String> fixed, Consumer<String> variable) {
        int depth = 0;
        var part = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{' && depth++ == 0) {
                fixed.accept(part.toString());
                part.setLength(0);
            } else if (c == '}' && --depth == 0) {
                variable.accept(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        fixed.accept(part.toString());
    }

    private Set<Route> routes() {
        var routes = new TreeSet<Route>();
        for (RequestMappingInfo info : handlers.getHandlerMethods().keySet()) {
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    routes.add(new Route(method.name(), path));
                }
            }
        }
        return routes;
    }

    private static List<String> lines(Map<Route, Set<String>> matrix) {
        return matrix.entrySet().stream()
                .map(row -> row.getKey().method() + "," + plain(row.getKey().path()) + "," + cells(row.getValue()))
                .sorted()
                .toList();
    }

    private static String cells(Set<String> open) {
        return String.join(
                ",",
                columns().stream()
                        .map(column -> open.contains(column) ? "y" : "")
                        .toList());
    }

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of(ANYONE, SIGNED_IN));
        Arrays.stream(Role.values()).map(Role::word).forEach(columns::add);
        return columns;
    }

    /** The written matrix. Its last column, of client systems, is the API's own tests' to hold. */
    private static Map<Route, Set<String>> written() throws Exception {
        List<String> lines = Files.readAllLines(MATRIX, UTF_8);
        List<String> head = List.of(lines.getFirst().split(",", -1));
        assertThat(head.subList(2, head.size())).startsWith(columns().toArray(String[]::new));
        var matrix = new TreeMap<Route, Set<String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            var open = new TreeSet<String>();
            for (int i = 2; i < cells.length; i++) {
                if (cells[i].equals("y") && !head.get(i).equals(CLIENTS)) {
                    open.add(head.get(i));
                }
            }
            matrix.put(new Route(cells[0], cells[1]), open);
        }
        return matrix;
    }

    private static <T> T asServer(java.util.function.Supplier<T> work) {
        return Acting.asServer("test", work);
    }
}
