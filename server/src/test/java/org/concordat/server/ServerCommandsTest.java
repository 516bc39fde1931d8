package org.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The server's command line, as far as it needs no server. */
final class ServerCommandsTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void handsSettingsOnToWhoeverReadsThem() {
        assertThat(run("backup", "--out", "x", "--concordat.data-folder=" + folder))
                .isEqualTo(3);
        assertThat(err.toString()).contains(folder.toString(), "(KEYS-MISSING)");
        assertThat(run("restore", "x", "--concordat.data-folder=" + folder)).isEqualTo(3);
        Path other = folder.resolve("other");
        assertThat(run("backup", "--out", "x", "--data-folder", other.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains(other.toString());
    }

    @Test
    void refusesASettingThatDoesNotExist() {
        assertThat(run("backup", "--out", "x", "--concordat.data-foldr=x")).isEqualTo(2);
        assertThat(err.toString()).contains("concordat.data-foldr", "(SETTING-UNKNOWN)");
    }

    @Test
    void refusesWhatIsNoSetting() {
        for (String wrong : new String[] {"--prot=8080", "--concordat.port", "--port=many", "8080"}) {
            assertThat(run("serve", wrong)).as(wrong).isEqualTo(2);
        }
        assertThat(err.toString()).contains("'--prot=8080'", "(WRONG-USE)");
    }

    private int run(String... arguments) {
        CommandLine line = ServerCommands.commandLine().setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
