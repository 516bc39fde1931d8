package org.concordat.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Jazzer looks for files that a parser neither reads nor refuses. Run by the build for some seconds, longer in the soak, with
 * the variable {@code JAZZER_FUZZ} set; it begins with the files beside this class in the test resources, and what it finds
 * becomes a test of its own.
 */
final class ParsersJazzer {

    @FuzzTest
    void everyFileIsReadOrRefused(byte[] file) {
        Parsers.ALL.values().forEach(parser -> Parsers.read(parser, file));
    }
}
