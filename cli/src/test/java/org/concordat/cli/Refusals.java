package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs commands that must refuse, and sees that they say why and leave nothing behind. */
public record Refusals(Path folder) {
    /** A command whose words lack only {@code --out}. */
    public void expect(int exitCode, String code, Object... words) throws IOException {
        Path out = folder.resolve("refused");
        List<Object> all = new ArrayList<>(Arrays.asList(words));
        all.add("--out");
        all.add(out);
        CommandRun run = CommandRun.of(all.toArray());
        assertThat(run.err()).contains("(" + code + ")");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(out).doesNotExist();
        assertThat(CommandRun.namesIn(folder)).noneMatch(name -> name.contains("being-written"));
    }
}
