package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.model.ModelFile;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewRecordsTest {
    private static final long SEED = 3_072_026L;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8})
    void aHandfulOfRecordsHasWeightsAndAModelThatCanBeKept(int count) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int linked = 0;
        for (int round = 0; round < 8; round++) {
            Records records = records(count, random);
            Linkage linkage;
            try {
                linkage = new Linker(MadeUpPeople.settings(), LinkageProgress.silent()).link(records);
            } catch (LinkageException e) {
                assertThat(e.code()).isEqualTo("LINK-NOTHING-TO-COMPARE");
                continue;
            }
            linked++;
            for (int r = 1; r < count; r++) {
                assertThat(linkage.bits(0, r))
                        .as("round %d of seed %d", round, SEED)
                        .isFinite();
                assertThat(linkage.explain(0, r).bits()).isFinite();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ModelFile.write(linkage.trainedModel(), out);
            assertThat(ModelFile.read(new ByteArrayInputStream(out.toByteArray()))
                            .convergence())
                    .isEqualTo(linkage.model().convergence());
        }
        assertThat(linked).isPositive();
    }

    private static Records records(int count, SplittableRandom random) {
        Records.Builder builder = Records.of(List.of(
                        Attribute.GIVEN_NAME,
                        Attribute.SURNAME,
                        Attribute.DATE_OF_BIRTH,
                        Attribute.POSTCODE,
                        Attribute.STREET))
                .source("a");
        for (int r = 0; r < count; r++) {
            builder.add("" + r, new String[] {
                "given" + random.nextInt(2),
                "sur" + random.nextInt(2),
                "1970-01-0" + (1 + random.nextInt(2)),
                "td1 1a" + random.nextInt(2),
                "road " + random.nextInt(2)
            });
        }
        return builder.build();
    }
}
