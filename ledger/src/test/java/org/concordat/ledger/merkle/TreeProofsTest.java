package org.concordat.ledger.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.ledger.KnownAnswers;
import org.junit.jupiter.api.Test;

/** The tree beside published answers and beside the definitions of RFC 6962, carried out word for word. */
final class TreeProofsTest {

    /** The leaves of the published answers (transparency-dev/merkle, testonly/constants.go, LeafInputs). */
    private static final List<byte[]> PUBLISHED_LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final int LARGEST = 70;
    private static final List<byte[]> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(leaf -> ("leaf " + leaf).getBytes(UTF_8))
            .toList();

    private final TreeHasher hasher = new TreeHasher();

    @Test
    void rootsAreThePublishedOnes() {
        List<String[]> rows = KnownAnswers.of(TreeProofsTest.class, "roots.csv");
        assertThat(rows).hasSize(9);
        for (String[] row : rows) {
            int size = Integer.parseInt(row[0]);
            assertThat(proofs(PUBLISHED_LEAVES.subList(0, size)).root(size).hex())
                    .isEqualTo(row[1]);
            assertThat(frontier(PUBLISHED_LEAVES.subList(0, size)).root().hex()).isEqualTo(row[1]);
        }
    }

    @Test
    void inclusionProofsAreThePublishedOnes() {
        for (String[] row : KnownAnswers.of(TreeProofsTest.class, "inclusion.csv")) {
            int size = Integer.parseInt(row[1]);
            InclusionProof proof = proofs(PUBLISHED_LEAVES.subList(0, size)).inclusion(Integer.parseInt(row[0]), size);
            assertThat(hex(proof.hashes())).isEqualTo(row[2]);
        }
    }

    @Test
    void consistencyProofsAreThePublishedOnes() {
        for (String[] row : KnownAnswers.of(TreeProofsTest.class, "consistency.csv")) {
            int size = Integer.parseInt(row[1]);
            ConsistencyProof proof =
                    proofs(PUBLISHED_LEAVES.subList(0, size)).consistency(Integer.parseInt(row[0]), size);
            assertThat(hex(proof.hashes())).isEqualTo(row[2]);
        }
    }

    @Test
    void everyInclusionProofIsTheDefinitionsAndHolds() {
        TreeProofs proofs = proofs(LEAVES);
        for (int size = 1; size <= LARGEST; size++) {
            Hash root = PlainTree.root(LEAVES.subList(0, size));
            assertThat(proofs.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = proofs.inclusion(index, size);
                assertThat(proof.hashes()).isEqualTo(PlainTree.path(index, LEAVES.subList(0, size)));
                assertThat(proof.holds(hasher.leaf(LEAVES.get(index)), root)).isTrue();
            }
        }
    }

    @Test
    void everyConsistencyProofIsTheDefinitionsAndHolds() {
        TreeProofs proofs = proofs(LEAVES);
        for (int size = 0; size <= LARGEST; size++) {
            for (int old = 0; old <= size; old++) {
                ConsistencyProof proof = proofs.consistency(old, size);
                assertThat(proof.hashes()).isEqualTo(PlainTree.proof(old, LEAVES.subList(0, size)));
                assertThat(proof.holds(proofs.root(old), proofs.root(size)))
                        .as("%d in %d", old, size)
                        .isTrue();
            }
        }
    }

    @Test
    void anInclusionProofHoldsForNothingElse() {
        TreeProofs proofs = proofs(LEAVES);
        for (int size = 1; size <= 20; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = proofs.inclusion(index, size);
                Hash leaf = hasher.leaf(LEAVES.get(index));
                Hash root = proofs.root(size);
                assertThat(proof.holds(hasher.leaf("other".getBytes(UTF_8)), root))
                        .isFalse();
                assertThat(proof.holds(leaf, proofs.root(size + 1))).isFalse();
                for (int elsewhere = 0; elsewhere < size; elsewhere++) {
                    assertThat(new InclusionProof(elsewhere, size, proof.hashes()).holds(leaf, root))
                            .isEqualTo(elsewhere == index);
                }
                for (List<Hash> wrong : wrongVersions(proof.hashes())) {
                    assertThat(new InclusionProof(index, size, wrong).holds(leaf, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aConsistencyProofHoldsForNothingElse() {
        TreeProofs proofs = proofs(LEAVES);
        Hash other = hasher.leaf("other".getBytes(UTF_8));
        for (int size = 1; size <= 20; size++) {
            for (int old = 0; old <= size; old++) {
                ConsistencyProof proof = proofs.consistency(old, size);
                assertThat(proof.holds(other, proofs.root(size))).isFalse();
                if (old > 0) {
                    assertThat(proof.holds(proofs.root(old), other)).isFalse();
                }
                for (List<Hash> wrong : wrongVersions(proof.hashes())) {
                    assertThat(new ConsistencyProof(old, size, wrong).holds(proofs.root(old), proofs.root(size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void refusesPlacesThatDoNotExist() {
        TreeProofs proofs = proofs(LEAVES);
        assertThatThrownBy(() -> proofs.inclusion(3, 3)).hasMessageContaining("given 3 of 3");
        assertThatThrownBy(() -> proofs.inclusion(-1, 3)).hasMessageContaining("given -1 of 3");
        assertThatThrownBy(() -> proofs.consistency(4, 3)).hasMessageContaining("given 4 and 3");
        assertThatThrownBy(() -> proofs.consistency(-1, 3)).hasMessageContaining("given -1 and 3");
        assertThatThrownBy(() -> new InclusionProof(3, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InclusionProof(-1, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsistencyProof(4, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsistencyProof(-1, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFrontierGoesOnWhereAnotherTreeEnds() {
        for (int cut = 0; cut < LARGEST; cut++) {
            Frontier frontier = new Frontier(nodes(LEAVES.subList(0, cut)), cut);
            assertThat(frontier.size()).isEqualTo(cut);
            for (byte[] leaf : LEAVES.subList(cut, LARGEST)) {
                frontier.add(hasher.leaf(leaf), (level, index, hash) -> {});
            }
            assertThat(frontier.root()).isEqualTo(PlainTree.root(LEAVES));
        }
    }

    @Test
    void aHashIsReadOnlyFromItsOneSpelling() {
        Hash hash = hasher.empty();
        assertThat(Hash.ofBase64(hash.base64())).contains(hash);
        assertThat(Hash.ofBase64(hash.base64().replace("=", ""))).isEmpty();
        assertThat(Hash.ofBase64(hash.base64().replace("U=", "V="))).isEmpty();
        assertThat(Hash.ofBase64("AAAA")).isEmpty();
        assertThat(Hash.ofBase64("?")).isEmpty();
        assertThat(Hash.of(hash.bytes())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(hash).isNotEqualTo(hasher.leaf(new byte[0])).hasToString(hash.hex());
        assertThat(hash).doesNotHaveSameHashCodeAs(hasher.leaf(new byte[0]));
        assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessageContaining("given 31");
        byte[] longer = new byte[40];
        hash.writeTo(longer, 5);
        assertThat(Hash.at(longer, 5)).isEqualTo(hash);
        hash.bytes()[0] ^= 1;
        assertThat(hash).isEqualTo(hasher.empty());
    }

    private List<List<Hash>> wrongVersions(List<Hash> right) {
        List<List<Hash>> wrong = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            var shorter = new ArrayList<>(right);
            shorter.remove(i);
            wrong.add(shorter);
            var changed = new ArrayList<>(right);
            changed.set(i, hasher.leaf(right.get(i).bytes()));
            wrong.add(changed);
        }
        var longer = new ArrayList<>(right);
        longer.add(hasher.empty());
        wrong.add(longer);
        return wrong;
    }

    private TreeProofs proofs(List<byte[]> leaves) {
        return new TreeProofs(nodes(leaves));
    }

    private NodeSource nodes(List<byte[]> leaves) {
        Map<List<Long>, Hash> nodes = new HashMap<>();
        Frontier frontier = new Frontier();
        for (byte[] leaf : leaves) {
            frontier.add(hasher.leaf(leaf), (level, index, hash) -> nodes.put(List.of((long) level, index), hash));
        }
        return (level, index) -> Objects.requireNonNull(nodes.get(List.of((long) level, index)));
    }

    private Frontier frontier(List<byte[]> leaves) {
        Frontier frontier = new Frontier();
        leaves.forEach(leaf -> frontier.add(hasher.leaf(leaf), (level, index, hash) -> {}));
        return frontier;
    }

    private static String hex(List<Hash> hashes) {
        return String.join(" ", hashes.stream().map(Hash::hex).toList());
    }
}
