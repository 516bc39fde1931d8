package org.concordat.ledger.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that writes to a ledger is killed at random moments. */
final class KilledProcessTest {
    private static final int KILLS = 20;

    @Test
    void nothingAcknowledgedIsLostWhenTheProgramIsKilled(@TempDir Path folder) throws Exception {
        assertThat(Kills.survive(KILLS, 20261121, folder)).isGreaterThan(KILLS);
    }
}
