package org.concordat.cli.console;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Where a command speaks: lines for people, and progress that is drawn over as it advances. */
public final class Screen {
    private final PrintWriter lines;
    private final ProgressBar bar;

    private Screen(PrintWriter lines, ProgressBar bar) {
        this.lines = lines;
        this.bar = bar;
    }

    /**
     * The screen of a command.
     *
     * @param forMachines whether the output is for a program, so that lines for people go to the error stream
     */
    public static Screen of(CommandLine command, boolean forMachines) {
        boolean terminal = Boolean.getBoolean("concordat.terminal");
        ProgressBar bar = new ProgressBar(command.getErr(), terminal);
        return new Screen(forMachines ? command.getErr() : command.getOut(), bar);
    }

    /** Writes one line. */
    public void say(String line) {
        bar.clear();
        lines.println(line);
        lines.flush();
    }

    /** The one progress bar. */
    public ProgressBar bar() {
        return bar;
    }
}
