package org.concordat.cli.agreements;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements new-key}. */
@Command(
        name = "new-key",
        mixinStandardHelpOptions = true,
        description = "Makes a signatory's secret key, and prints the public half for their organisation's file.")
final class NewKeyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Where the secret key goes: a place that only the signatory can read. Never overwritten.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Path place = Objects.requireNonNull(file);
        byte[] key = SignatoryKeys.make(place);
        Screen screen = Screen.of(Objects.requireNonNull(spec).commandLine(), false);
        Plain.lines(
                        "",
                        "",
                        "The secret key is " + place + ", the public one beside it in "
                                + SignatoryKeys.publicFile(place).getFileName()
                                + ". Who has the secret file can sign in its owner's name: keep it where"
                                + " nobody else can read it, and outside the folder of agreements.")
                .forEach(screen::say);
        screen.say("");
        screen.say("For the end of the organisation's file; where it has signatories already, without the first line:");
        screen.say("");
        screen.say("signatories:");
        screen.say("  - id: # such as council-chief; never a name");
        screen.say("    level: # the office, such as chief executive");
        screen.say("    key: " + Base64.getEncoder().encodeToString(key));
        screen.say("    from: " + LocalDate.now(ZoneId.systemDefault()));
        screen.say("");
        screen.say("Its fingerprint, to read out when a partner telephones and asks for it:");
        screen.say("");
        screen.say("  " + KeyPrint.of(key));
        return ExitCode.DONE.number();
    }
}
