package org.concordat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever known weakness of a component is let pass says since when, why, and until when, within what was promised. */
final class WeaknessesTest {

    private static final String FILE = "osv-scanner.toml";

    /** The time frames of docs/security/controls.md; what does not touch us is looked at again each quarter. */
    private static final Map<String, Integer> DAYS =
            Map.of("exploited", 3, "critical", 3, "high", 14, "other", 60, "not reached", 90);

    private static final Pattern ENTRY = Pattern.compile("""
            id = "[A-Za-z0-9-]{6,}"
            ignoreUntil = (\\d{4}-\\d{2}-\\d{2})
            reason = "(\\d{4}-\\d{2}-\\d{2}), ([a-z ]+): [^"]{30,}"
            """);

    @Test
    void eachSaysWhenWhyAndUntilWhen() {
        assertThat(complaints(Sources.text(FILE).content())).isEmpty();
    }

    @Test
    void noneIsLetPassLongerThanPromisedOrWithoutAWord() {
        assertThat(complaints(entry("2026-12-14", "2026-11-30, high"))).isEmpty();
        assertThat(complaints(entry("2026-12-15", "2026-11-30, high"))).hasSize(1);
        assertThat(complaints(entry("2026-12-04", "2026-11-30, critical"))).hasSize(1);
        assertThat(complaints(entry("2026-11-29", "2026-11-30, high"))).hasSize(1);
        assertThat(complaints(entry("2026-12-14", "2026-11-30, unlikely"))).hasSize(1);
        assertThat(complaints(entry("2026-12-14", "high"))).hasSize(1);
        assertThat(complaints("[[IgnoredVulns]]\nid = \"GHSA-aaaa-bbbb-cccc\"\n"))
                .hasSize(1);
        assertThat(complaints("[[PackageOverrides]]\nname = \"lib\"\nignore = true\n"))
                .hasSize(1);
    }

    private static String entry(String until, String reason) {
        return "# A remark.\n[[IgnoredVulns]]\nid = \"GHSA-aaaa-bbbb-cccc\"\nignoreUntil = " + until + "\nreason = \""
                + reason + ": it concerns a server that we do not start\"\n";
    }

    private static List<String> complaints(String file) {
        String bare = Arrays.stream(file.split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        var complaints = new ArrayList<String>();
        for (String entry : bare.split("(?m)^\\[\\[IgnoredVulns]]\n")) {
            if (!entry.isEmpty() && !isWithinPromise(entry)) {
                complaints.add(entry);
            }
        }
        return complaints;
    }

    private static boolean isWithinPromise(String entry) {
        Matcher match = ENTRY.matcher(entry);
        if (!match.matches()) {
            return false;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.parse(match.group(2)), LocalDate.parse(match.group(1)));
        return days >= 0 && days <= DAYS.getOrDefault(match.group(3), -1);
    }
}
