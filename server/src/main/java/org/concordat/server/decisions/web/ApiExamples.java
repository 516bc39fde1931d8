package org.concordat.server.decisions.web;

/** Examples in the description of the API. Tests send and compare them. */
final class ApiExamples {

    static final String QUESTIONS = """
            {"questions": [{
              "request": "Q-1",
              "from": {"organisation": "council"},
              "to": {"organisation": "police"},
              "role": "investigator",
              "dataset": "tenancy-records",
              "fields": ["name", "address", "tenancy-start"],
              "purpose": "crime-enquiry",
              "form": "identified",
              "subjects": "one",
              "significant-decision": false,
              "identifying-again": false,
              "rests-on": "single-disclosure",
              "law": {
                "row": "localism-2011-s1",
                "basis": "public-task",
                "confidentiality": "not-confidential",
                "exemption": "dpa-2018-sch2-2"
              },
              "subject": "T-1042"
            }]}
            """;

    static final String ANSWERS = """
            {"decisions": [{
              "id": "0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42",
              "matter": "0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42",
              "at": "2026-06-01T12:00:00Z",
              "on": "2026-06-01",
              "outcome": "needs-facts",
              "steps": [{
                "step": "order",
                "question": "Is the request in order?",
                "answer": "lacks",
                "rules": [{"rule": "SINGLE-DISCLOSURE", "outcome": "lacks", "text": "Has a senior officer signed this off?"}]
              }],
              "needs": [{
                "rule": "SINGLE-DISCLOSURE",
                "question": "Has a senior officer signed this off?",
                "supplier": "a senior officer of the sender",
                "fact": "senior-sign-off"
              }],
              "proof": "6c1d2f6e-5a0b-4a52-8f0e-0d7c3a9b1e77",
              "links": {"self": "/api/decisions/0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42"}
            }]}
            """;

    private ApiExamples() {}
}
