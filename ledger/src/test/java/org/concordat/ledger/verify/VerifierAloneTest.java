package org.concordat.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier's one file, run by itself as a stranger would run it. */
final class VerifierAloneTest {

    @Test
    void needsNothingOfOursToRunFromItsSource(@TempDir Path folder, @TempDir Path alone) throws Exception {
        SmallLedger small = new SmallLedger(folder);
        Path root = Path.of(
                Optional.ofNullable(System.getProperty("concordat.root")).orElse(".."));
        Path source = root.resolve("ledger/src/main/java/org/concordat/ledger/verify/LedgerVerifier.java");
        assertThat(Files.readAllLines(source).getFirst()).isEqualTo("package org.concordat.ledger.verify;");
        // In a folder of its own, the file must not say that it belongs to a package.
        Path copy = Files.write(
                alone.resolve("LedgerVerifier.java"),
                Files.readAllLines(source).stream().skip(1).toList());
        Path proof = Files.write(alone.resolve("proof"), small.proof);
        assertThat(run(copy, proof)).startsWith("0").contains("Entry 57 of the ledger ledger.example, word for word");
        proof = Files.writeString(proof, new String(small.proof, UTF_8).replace("index 57", "index 58"));
        assertThat(run(copy, proof)).startsWith("1").contains("(PROOF-WRONG)");
    }

    private static String run(Path source, Path proof) throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java", source.toString(), proof.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + "\n" + said;
    }
}
