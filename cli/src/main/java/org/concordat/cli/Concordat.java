package org.concordat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code concordat}; alone, it explains itself. */
@Command(
        name = "concordat",
        mixinStandardHelpOptions = true,
        description = "Lets the public bodies of one place share data lawfully, and proves it.")
public final class Concordat implements Runnable {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Concordat()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
