package org.concordat.ledger.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link KilledProcessTest}, a thousand times. */
final class KilledProcessSoak {
    private static final int KILLS = 1000;

    @Test
    void nothingAcknowledgedIsLostWhenTheProgramIsKilledAThousandTimes(@TempDir Path folder) throws Exception {
        assertThat(Kills.survive(KILLS, 1, folder)).isGreaterThan(KILLS);
    }
}
