package org.concordat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything we ship beside our own code may be shipped under Apache-2.0. Reads the bill of materials that the build
 * writes first. A library under several licences may be used under any one of them. GPL and AGPL are refused, since they
 * would bind whoever builds on us; LGPL libraries stay separate jars that can be replaced.
 */
final class LicenceTest {

    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "0BSD",
            "CC0-1.0",
            "CDDL-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0",
            "Mozilla Public License Version 2.0",
            "GNU Lesser General Public License (LGPL), Version 2.1",
            "LGPL-2.1",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-or-later",
            "Unicode-3.0",
            "ICU",
            "UPL-1.0",
            "Zlib");

    /** Licences that a library names in words of its own, as its licence file was read by one of us. */
    private static final Map<String, String> IN_OTHER_WORDS = Map.of(
            "EDL 1.0", "BSD-3-Clause",
            "Eclipse Distribution License - v 1.0", "BSD-3-Clause",
            "Public Domain", "CC0-1.0",
            "Bouncy Castle Licence", "MIT");

    @Test
    void everythingShippedHasALicenceThatAllowsIt() throws Exception {
        var bill = Sources.ROOT.resolve("target/sbom.json");
        assertThat(bill)
                .as("the bill of materials; a build that begins at the root writes it: ./mvnw -pl cli -am test")
                .exists();
        JsonNode components =
                JsonMapper.shared().readTree(Files.readString(bill)).path("components");
        assertThat(components.size()).isGreaterThan(5);
        assertThat(complaints(components)).isEmpty();
    }

    @Test
    void refusesCopyleftUnknownAndMissingLicences() {
        assertThat(complaints(components("{'license':{'id':'GPL-3.0-only'}}"))).hasSize(1);
        assertThat(complaints(components("{'license':{'id':'AGPL-3.0-or-later'}}")))
                .hasSize(1);
        assertThat(complaints(components("{'license':{'name':'Ask us nicely'}}")))
                .hasSize(1);
        assertThat(complaints(components("{'expression':'GPL-2.0-only AND MIT'}")))
                .hasSize(1);
        assertThat(complaints(components("{'expression':'(MIT OR ISC) AND GPL-2.0-only'}")))
                .hasSize(1);
        assertThat(complaints(components(""))).hasSize(1);
    }

    @Test
    void acceptsAnyOneOfSeveralLicences() {
        assertThat(complaints(components("{'license':{'id':'MIT'}}"))).isEmpty();
        assertThat(complaints(components("{'license':{'id':'GPL-2.0-only'}},{'license':{'id':'EPL-2.0'}}")))
                .isEmpty();
        assertThat(complaints(components("{'license':{'name':'EDL 1.0'}}"))).isEmpty();
        assertThat(complaints(components("{'expression':'(CDDL-1.0 OR GPL-2.0-with-classpath-exception)'}")))
                .isEmpty();
    }

    @Test
    void noticeNamesEveryPageThatRecordsTablesOfOthers() throws Exception {
        String notice = Sources.text("NOTICE").content();
        try (Stream<Path> files = Files.walk(Sources.ROOT)) {
            List<String> pages = files.map(
                            file -> Sources.ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.matches("[a-z-]+/src/main/resources/.*/NOTICE\\.txt"))
                    .toList();
            assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(notice).contains(page));
        }
        Pattern.compile("\\S+/NOTICE\\.txt")
                .matcher(notice)
                .results()
                .forEach(
                        named -> assertThat(Sources.ROOT.resolve(named.group())).exists());
    }

    private static List<String> complaints(JsonNode components) {
        var complaints = new ArrayList<String>();
        for (JsonNode component : components) {
            var licences = new ArrayList<String>();
            for (JsonNode choice : component.path("licenses")) {
                licences.addAll(anyOneOf(choice.path("expression").asString("")));
                licences.add(choice.path("license").path("id").asString(""));
                licences.add(choice.path("license").path("name").asString(""));
            }
            licences.removeIf(String::isEmpty);
            if (licences.stream()
                    .noneMatch(licence -> ACCEPTED.contains(IN_OTHER_WORDS.getOrDefault(licence, licence)))) {
                complaints.add(component.path("purl").asString("?") + " is under " + licences
                        + ". Use another library, or, where its licence file allows, add the licence here.");
            }
        }
        return complaints;
    }

    /** An expression with AND asks for all of its licences at once, so it is left whole, for a person to read. */
    private static List<String> anyOneOf(String expression) {
        return expression.contains(" AND ")
                ? List.of(expression)
                : List.of(expression.replaceAll("[()]", "").split(" OR "));
    }

    private static JsonNode components(String licences) {
        String json = "[{'purl':'pkg:maven/a/b@1','licenses':[" + licences + "]}]";
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
