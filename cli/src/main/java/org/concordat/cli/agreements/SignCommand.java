package org.concordat.cli.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFile;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Organisation.Signatory;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements sign}. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Signs a protocol, agreement, schedule or accession as it stands, for one organisation.",
        footerHeading = "%nExample:%n",
        footer =
                "  ./concordat agreements sign town SC-1 --organisation council --signatory council-chief --key my.key")
final class SignCommand implements Callable<Integer> {
    private static final int PRINT_DIGITS = 16;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of agreements, without problems.")
    private @Nullable Path folder;

    @Parameters(index = "1", paramLabel = "ID", description = "The document or accession that is signed.")
    private String document = "";

    @Option(names = "--organisation", paramLabel = "ID", required = true, description = "For whom.")
    private String organisation = "";

    @Option(names = "--signatory", paramLabel = "ID", required = true, description = "Which of its signatories signs.")
    private String signatory = "";

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "The signatory's secret key.")
    private @Nullable Path key;

    @Option(names = "--on", paramLabel = "DATE", description = "The day of signing; else today.")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        Path place = Objects.requireNonNull(folder);
        OpenFolder opened = OpenFolder.of(place, null);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate day = on == null ? today : on;
        Signed signed = signed(opened);
        Signatory person = signatory(opened, signed, day);
        PrivateKey secret = SignatoryKeys.read(Objects.requireNonNull(key));
        String print = Objects.requireNonNull(opened.folder().fingerprints().get(document));
        String id = signatureId(print);
        String text = Signing.sign(id, document, print, organisation, signatory, day, secret);
        refuseUnlessItVerifies(opened, id, text);
        Path file = place.resolve(id + ".yaml");
        NewFile.share(file, out -> {
            out.write(text.getBytes(UTF_8));
            return 1;
        });
        Screen screen = Screen.of(Objects.requireNonNull(spec).commandLine(), false);
        signed.head().forEach(screen::say);
        screen.say("");
        Plain.lines(
                        "",
                        "",
                        "Signed for " + organisation + " by " + signatory + " (" + person.level() + ") on " + day
                                + (day.equals(today) ? "" : ", which is not today")
                                + ". The signature is " + file + "; it holds for this fingerprint alone, and ends when"
                                + " anything that the fingerprint covers changes.")
                .forEach(screen::say);
        return ExitCode.DONE.number();
    }

    /**
     * What is signed.
     *
     * @param within the document that it is, or that is joined by it
     * @param signers who signs it
     * @param head what the signer is shown
     */
    private record Signed(Agreement within, List<String> signers, List<String> head) {}

    private Signed signed(OpenFolder opened) {
        AgreementFolder all = opened.folder();
        Accession accession = all.accessions().get(document);
        if (accession != null) {
            return new Signed(
                    Objects.requireNonNull(all.agreements().get(accession.to())),
                    List.copyOf(all.signersOf(accession)),
                    DocumentText.head(all, accession));
        }
        Agreement found = all.agreements().get(document);
        if (found == null) {
            var known = new ArrayList<>(all.agreements().keySet());
            known.addAll(all.accessions().keySet());
            throw cannot("The folder describes no protocol, agreement, schedule or accession '" + document
                    + "'. It has: " + String.join(", ", known) + ".");
        }
        return new Signed(
                found,
                found.parties().stream().map(Agreement.Party::organisation).toList(),
                DocumentText.head(all, found));
    }

    private Signatory signatory(OpenFolder opened, Signed signed, LocalDate day) {
        Organisation body = opened.folder().organisations().get(organisation);
        if (body == null || !signed.signers().contains(organisation)) {
            boolean party = signed.within().id().equals(document);
            throw cannot("'" + organisation + "' "
                    + (party ? "is no party of '" : "need not sign accession '") + document + "'. "
                    + (party ? "Its parties are: " : "It is signed by: ")
                    + String.join(", ", signed.signers()) + ".");
        }
        Signatory person = body.signatory(signatory)
                .orElseThrow(() -> cannot("'" + organisation + "' has no signatory '" + signatory + "'. It has: "
                        + String.join(
                                ", ",
                                body.signatories().stream().map(Signatory::id).toList())
                        + "."));
        if (!person.mightSignOn(day)) {
            throw cannot("'" + signatory + "' may sign from " + person.from()
                    + person.to().map(last -> " to " + last).orElse("") + ", not on " + day + ".");
        }
        if (signed.within().lastDay().isBefore(day)) {
            throw cannot(
                    "'" + signed.within().id() + "' ended on " + signed.within().lastDay() + ", before " + day + ".");
        }
        return person;
    }

    /** Unlike for every other text, signatory and organisation; an id of its own kind where that grows too long. */
    private String signatureId(String print) {
        String id =
                "signature-" + document + "-" + organisation + "-" + signatory + "-" + print.substring(0, PRINT_DIGITS);
        return Shape.ID.matcher(id).matches()
                ? id
                : "signature-" + KeyPrint.of(id.getBytes(UTF_8)).replace(" ", "");
    }

    /** Reads the folder again with the signature in it, before anything is written. */
    private void refuseUnlessItVerifies(OpenFolder opened, String id, String text) {
        var files = new ArrayList<>(opened.sources());
        files.add(new Source(id + ".yaml", new ByteArrayInputStream(text.getBytes(UTF_8))));
        var problems = new Problems();
        Signature.State state = AgreementFolder.read(List.copyOf(files), opened.law(), TrustedKeys.none(), problems)
                .map(again -> again.signatureStates().getOrDefault(id, Signature.State.INVALID))
                .orElseThrow(() -> problems.inOrder().stream()
                                .anyMatch(problem -> problem.code().equals("ID-TWICE"))
                        ? new CommandException(
                                "OUT-EXISTS",
                                ExitCode.WRONG_USE,
                                "'" + signatory + "' has signed '" + document
                                        + "' as it stands already, and nothing is overwritten.")
                        : OpenFolder.unusable(opened.path(), problems.inOrder()));
        if (state != Signature.State.KEY_UNTRUSTED && state != Signature.State.SIGNED) {
            throw new CommandException(
                    "SIGNING-KEY-OTHER",
                    ExitCode.REFUSED,
                    key + " is not the key that the file of '" + organisation + "' gives for '" + signatory
                            + "', so the signature would not verify and was not written. Name the right key, or have the"
                            + " organisation's file changed.");
        }
    }

    private static CommandException cannot(String message) {
        return new CommandException("CANNOT-SIGN", ExitCode.REFUSED, message + " Nothing was signed.");
    }
}
