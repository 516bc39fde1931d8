package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4", "pages-2"})
    void readsEveryTypeInEveryPacking(String packing) {
        Reading.Whole whole = Reading.file("tenants.parquet", Fixtures.bytes("tenants-" + packing + ".parquet"));
        assertThat(whole.columns())
                .containsExactly(
                        "id",
                        "name",
                        "born",
                        "seen",
                        "sent",
                        "rent",
                        "score",
                        "small",
                        "active",
                        "opens",
                        "address.line",
                        "address.town",
                        "tags",
                        "raw",
                        "code");
        assertThat(whole.asLines())
                .isEqualTo("1|Ann|1980-02-01|2024-03-01T10:20:30|2024-03-01T10:20:30Z|99.50|1.5|1|true|09:30"
                        + "|1 High St|Tideford|a; b|01ff|x\n"
                        + "2|Zoë|null|null|null|null|2|255|false|null|null|null|null|null|y\n"
                        + "3|null|1999-12-31|1980-02-01|1980-02-01|-20.05|null|null|null|null|null|Looe|null|null|x\n");
        assertThat(whole.report().format()).isEqualTo("Parquet");
        assertThat(whole.report().rows()).isEqualTo(3);
    }

    @Test
    void readsTheMomentsOfOldWriters() {
        Reading.Whole whole = Reading.file("tenants.parquet", Fixtures.bytes("tenants-int96.parquet"));
        assertThat(whole.rows().get(0).get(3)).isEqualTo("2024-03-01T10:20:30");
        assertThat(whole.rows().get(2).get(3)).isEqualTo("1980-02-01");
    }

    @Test
    void readsManyRowGroupsAndPages() {
        Reading.Whole whole = Reading.file("many.parquet", Fixtures.bytes("many-row-groups.parquet"));
        assertThat(whole.rows()).hasSize(5_000);
        for (int i = 0; i < 5_000; i++) {
            assertThat(whole.rows().get(i))
                    .containsExactly(
                            Integer.toString(i), i % 7 == 0 ? null : Integer.toString(i / 2), "name " + i % 13);
        }
    }

    @Test
    void saysWhichPackingIsNotRead() {
        assertThat(Reading.codeOf("a.parquet", Fixtures.bytes("tenants-brotli.parquet")))
                .isEqualTo("FILE-PARQUET-CODEC");
    }

    @Test
    void tellsACutFileFromADamagedAndAnEncryptedOne() {
        byte[] whole = Fixtures.bytes("tenants-snappy.parquet");
        assertThat(Reading.codeOf("a.parquet", Arrays.copyOf(whole, whole.length - 1)))
                .isEqualTo("FILE-CUT-SHORT");
        assertThat(Reading.codeOf("a.parquet", Arrays.copyOf(whole, 4))).isEqualTo("FILE-CUT-SHORT");
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 4, 60, (byte) 0x55);
        assertThat(Reading.codeOf("a.parquet", damaged)).isEqualTo("FILE-DAMAGED");
        byte[] encrypted = whole.clone();
        encrypted[whole.length - 1] = 'E';
        assertThat(Reading.codeOf("a.parquet", encrypted)).isEqualTo("FILE-ENCRYPTED");
    }
}
