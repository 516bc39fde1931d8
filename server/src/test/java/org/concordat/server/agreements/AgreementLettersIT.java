package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.mail.LittleMailServer;
import org.concordat.server.foundation.mail.MailWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters to those who sign agreements and to those who review them. */
final class AgreementLettersIT {

    @TempDir
    private static Path folder;

    @Test
    void signatoriesGetTheirLinkAndOfficersAreToldOnceOfAReview() {
        try (LittleMailServer mail = LittleMailServer.start();
                AgreementsAtWork at = new AgreementsAtWork(
                        folder,
                        "--concordat.public-address=https://sharing.example.org",
                        "--concordat.mail.host=127.0.0.1",
                        "--concordat.mail.port=" + mail.port(),
                        "--concordat.mail.encryption=none",
                        "--concordat.mail.from=concordat@tideford.example")) {
            Tideford town = Tideford.in(at, "c5-patient-listing");
            Actor.InRole officer = town.person("council", Role.INFORMATION_SHARING_OFFICER);
            String code = town.sent(officer, "common/protocol.yaml", "review-by: 2026-12-01", "review-by: 2026-07-15");
            AgreementVersion version = Acting.as(
                            officer, () -> at.get(Agreements.class).find(code))
                    .orElseThrow();
            Signatory signatory = Acting.asServer(
                            "tests", () -> at.get(Signatories.class).all("hospital"))
                    .getFirst();
            String secret = Acting.as(officer, () -> at.get(SigningLinks.class).makeAndRecord(version, signatory));
            at.get(MailWorker.class).work();
            assertThat(mail.letters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter)
                            .contains("To: chief@hospital.example", "Hello Chief,")
                            .contains("https://sharing.example.org/sign/" + secret)
                            .doesNotContain(version.title(), code));
            mail.empty();

            town.allSign(code);
            at.get(ReviewLetters.class).write();
            at.get(ReviewLetters.class).write();
            at.get(MailWorker.class).work();
            List<String> reviews = mail.letters();
            assertThat(reviews)
                    .singleElement()
                    .satisfies(letter -> assertThat(letter)
                            .contains("Hello Somebody,", "https://sharing.example.org/agreements/" + code)
                            .doesNotContain(version.title()));
        }
    }
}
