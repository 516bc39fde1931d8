package org.concordat.ledger;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/**
 * Jazzer looks for input that a parser neither answers nor refuses. Run by the build for some seconds, longer in the soak,
 * with the variable {@code JAZZER_FUZZ} set; what it finds becomes a test of its own. It begins with the inputs in {@code
 * ParsersJazzerInputs}, which {@link ParsersFuzz} keeps sound: each is a letter that chooses the parser, and then what that
 * parser reads.
 */
final class ParsersJazzer {

    @FuzzTest
    void everyParserAnswersOrRefuses(byte[] input) {
        if (input.length == 0) {
            return;
        }
        try {
            Parser.of(input[0]).read(Arrays.copyOfRange(input, 1, input.length));
        } catch (LedgerException refused) {
            // As it should be.
        }
    }
}
