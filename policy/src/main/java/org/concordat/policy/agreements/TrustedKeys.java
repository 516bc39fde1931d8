package org.concordat.policy.agreements;

import static org.concordat.policy.reading.Shape.any;
import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.required;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Shape.Group;
import org.concordat.policy.reading.Shape.Prose;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;

/**
 * The signatories' keys that somebody has checked with the organisation itself, by telephone or on paper. Kept outside the
 * agreement folder: whoever can change an organisation's file there could otherwise put their own key in and sign for it.
 */
public record TrustedKeys(List<Key> keys) {

    /** What a file of trusted keys may hold. */
    public static final Group FILE = group(
            required("trusted-keys", new Shape.Id(), "The list's id."),
            required(
                    "keys",
                    any(group(
                            required("organisation", new Shape.Reference("organisation"), "Whose signatory."),
                            required("signatory", new Shape.Reference("signatory"), "Which of its signatories."),
                            required("key", new Shape.Bytes(32), "The Ed25519 public key in base64."),
                            required("checked-on", new Shape.Day(), "When it was checked."),
                            required("checked-by", new Shape.Id(), "Who checked: an id, never a name."),
                            required("how", new Prose(300), "How it was checked with the organisation."))),
                    "The keys."));

    public TrustedKeys {
        keys = List.copyOf(keys);
    }

    /**
     * A key that was checked.
     *
     * @param value Ed25519 public key, 32 bytes
     */
    public record Key(String organisation, String signatory, byte[] value, LocalDate checkedOn) {
        public Key {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        boolean is(String ofOrganisation, String ofSignatory, byte[] other) {
            return organisation.equals(ofOrganisation) && signatory.equals(ofSignatory) && Arrays.equals(value, other);
        }
    }

    /** No key is trusted, so no signature counts. */
    public static TrustedKeys none() {
        return new TrustedKeys(List.of());
    }

    /** The keys of a file; nothing when it has any problem, and then the problems say which. */
    public static Optional<TrustedKeys> read(AgreementFolder.Source file, Problems problems) {
        return YamlFile.read(file.name(), file.content(), problems)
                .flatMap(fields -> Values.of("trusted-keys", fields, FILE, problems))
                .map(values -> new TrustedKeys(
                        values.groups("keys").stream().map(TrustedKeys::key).toList()));
    }

    /** Whether that very key was checked to be that signatory's. */
    public boolean trusts(String organisation, String signatory, byte[] key) {
        return keys.stream().anyMatch(each -> each.is(organisation, signatory, key));
    }

    private static Key key(Values values) {
        return new Key(
                values.text("organisation"), values.text("signatory"), values.bytes("key"), values.day("checked-on"));
    }
}
