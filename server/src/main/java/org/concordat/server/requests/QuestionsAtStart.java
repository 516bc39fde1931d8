package org.concordat.server.requests;

import org.concordat.server.foundation.acting.Acting;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Brings the questions and answers up to date when the server starts. */
@Component
class QuestionsAtStart implements ApplicationRunner {

    private final Questions questions;

    QuestionsAtStart(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Acting.asServer("load-questions", () -> {
            questions.load();
            return true;
        });
    }
}
