package org.concordat.ledger;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Consumer;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;

/**
 * Jazzer looks for input that a parser neither answers nor refuses. Run by the build for some seconds, longer in the soak,
 * with the variable {@code JAZZER_FUZZ} set; what it finds becomes a test of its own.
 */
final class ParsersJazzer {
    private static final List<Consumer<byte[]>> PARSERS = List.of(
            CanonicalJson::of,
            bytes -> Entry.parse(bytes, Examples.CODES),
            SignedCheckpoint::parse,
            LedgerKeys::parse,
            ProofBundle::parse,
            WitnessRequest::parse,
            bytes -> LedgerVerifier.proof(bytes, new Trust("", List.of(), new byte[0])));

    @FuzzTest
    void everyParserAnswersOrRefuses(FuzzedDataProvider input) {
        Consumer<byte[]> parser = PARSERS.get(input.consumeInt(0, PARSERS.size() - 1));
        try {
            parser.accept(input.consumeRemainingAsBytes());
        } catch (LedgerException refused) {
            // As it should be.
        }
    }
}
