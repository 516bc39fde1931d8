package org.concordat.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.concordat.cli.agreements.Harbour;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Codes;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.junit.jupiter.api.Test;

/** Policy and ledger stand alone and each says what a code looks like: here the two are held against one another. */
final class RecordableIdsTest {
    private static final long SEED = 20_261_130;
    private static final List<String> PIECES = List.of(
            "a",
            "Tax",
            "SC",
            "1",
            "27",
            "-",
            ".",
            "2026",
            "03",
            "999",
            "123456789",
            "qq",
            "QQ123456C",
            "TF1",
            "2AB",
            "31");

    @Test
    void aFolderNoticesExactlyTheIdsThatALedgerRefuses() {
        var random = new Random(SEED);
        var ids = new TreeSet<String>(List.of("a".repeat(64), "9".repeat(64)));
        while (ids.size() < 900) {
            String id = random.ints(random.nextInt(1, 7), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            if (id.matches("[A-Za-z0-9].*")) {
                ids.add(id);
            }
        }
        Set<String> refused =
                ids.stream().filter(Predicate.not(RecordableIdsTest::isTaken)).collect(Collectors.toSet());
        assertThat(refused).as("of those made up with seed " + SEED).hasSizeBetween(200, 700);
        assertThat(noticed(ids)).as("seed " + SEED).isEqualTo(refused);
    }

    private static boolean isTaken(String id) {
        try {
            return Codes.parse(("purpose " + id).getBytes(UTF_8)).text().equals("purpose " + id + "\n");
        } catch (LedgerException refused) {
            assertThat(refused).hasMessageContaining("CODES-UNREADABLE");
            return false;
        }
    }

    private static Set<String> noticed(Set<String> ids) {
        List<AgreementFolder.Source> files = ids.stream()
                .map(id -> "purpose: " + id + "\nname: Counting\nkinds: [statistics]\nabout: Counting.\n")
                .map(text -> new AgreementFolder.Source(
                        text.substring("purpose: ".length(), text.indexOf('\n')),
                        new ByteArrayInputStream(text.getBytes(UTF_8))))
                .toList();
        var problems = new Problems();
        AgreementFolder folder = AgreementFolder.read(files, Harbour.UK, TrustedKeys.none(), problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder().toString()));
        return folder.notices().stream()
                .filter(notice -> notice.code().equals("ID-NOT-RECORDABLE"))
                .map(Problem::place)
                .map(place -> place.file())
                .collect(Collectors.toSet());
    }
}
