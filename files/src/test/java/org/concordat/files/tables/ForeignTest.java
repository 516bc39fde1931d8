package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.concordat.files.FilesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "%PDF-1.7 ^ FILE-NOT-A-TABLE",
                "<!DOCTYPE html><table> ^ FILE-NOT-A-TABLE",
                "<?xml version='1.0'?><a/> ^ FILE-NOT-A-TABLE",
                "{\\rtf1 hello} ^ FILE-NOT-A-TABLE",
                "SQLite format 3 ^ FILE-NOT-A-TABLE",
                "-----BEGIN PGP MESSAGE----- ^ FILE-ENCRYPTED",
                "age-encryption.org/v1 ^ FILE-ENCRYPTED"
            })
    void tellsOtherFilesFromTablesByTheirFirstBytes(String start, String code) {
        byte[] bytes = (start + "\nid,name\n1,ann\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.codeOf("council.csv", bytes)).isEqualTo(code);
        assertThat(Reading.codeOf("council.csv.gz", Reading.gzipped(bytes))).isEqualTo(code);
    }

    @Test
    void tellsBinaryPgpByItsFirstPacket() {
        byte[] message = new byte[400];
        new SplittableRandom(1).nextBytes(message);
        System.arraycopy(new byte[] {(byte) 0x85, 1, 0x0C, 3}, 0, message, 0, 4);
        assertThat(Reading.codeOf("council.csv.pgp", message)).isEqualTo("FILE-ENCRYPTED");
    }

    @Test
    void refusesWhatIsNoTextAtAll() {
        byte[] noise = new byte[5_000];
        new SplittableRandom(2).nextBytes(noise);
        noise[0] = 'x';
        assertThat(Reading.codeOf("council.csv", noise)).isEqualTo("FILE-BINARY");
        assertThat(Reading.codeOf("council.csv", Reading.gzipped(Reading.gzipped(noise))))
                .isEqualTo("FILE-PACKED-TWICE");
        assertThat(Reading.codeOf("council.csv", "\ufeffid\n1\n".getBytes(Charset.forName("UTF-32LE"))))
                .isEqualTo("FILE-ENCODING");
    }

    @Test
    void refusesAGzipThatUnpacksBeyondItsLimit() {
        ReadOptions small =
                ReadOptions.defaults().withLimits(new ReadOptions.Limits(100, 1_000, 2_000, 1_000_000, 2_000_000));
        byte[] packed = Reading.gzipped("id,name\n1,ann\n".repeat(400_000).getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.codeOf("council.csv.gz", packed, small)).isEqualTo("FILE-TOO-LARGE");
        byte[] workbook = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 1_000_001);
        assertThat(Reading.codeOf("council.xlsx", workbook, small)).isEqualTo("FILE-TOO-LARGE");
    }

    @Test
    void saysThatThePlaceAFileComesFromFailed() {
        InputSource failing = new InputSource() {
            @Override
            public String name() {
                return "council.csv";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("unplugged");
            }

            @Override
            public long sizeBytes() {
                return -1;
            }
        };
        assertThatThrownBy(() -> Tables.open(failing, ReadOptions.defaults()))
                .isInstanceOf(FilesException.class)
                .hasMessageEndingWith("(FILE-UNREADABLE)")
                .hasRootCauseMessage("unplugged");
    }
}
