package org.concordat.server.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.requests.Comments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where anybody who was given the address may say what they think of a planned share. Nobody is asked who they are. */
@Controller
class CommentPages {

    private final Comments comments;

    CommentPages(Comments comments) {
        this.comments = comments;
    }

    @GetMapping("/comments/{code}")
    @OpenTo(Audience.ANYONE)
    ModelAndView form(@PathVariable String code) {
        return page(Form.empty(), code);
    }

    @PostMapping("/comments/{code}")
    @OpenTo(Audience.ANYONE)
    ModelAndView say(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        Form form = Form.of(sent);
        String text = form.text("comment")
                .label("requests.comments.comment")
                .required()
                .lines()
                .atMost(2000)
                .value();
        if (form.hasProblems()) {
            return page(form, code);
        }
        Acting.asServer("take-comment", () -> {
            comments.take(code, text);
            return true;
        });
        next.addFlashAttribute(Notice.DONE, Notice.of("requests.comments.taken"));
        return new ModelAndView("redirect:/comments/" + code);
    }

    private ModelAndView page(Form form, String code) {
        Comments.Public found = Acting.asServer("show-comments", () -> comments.publicPage(code))
                .orElseThrow(() -> new Refusal(404, "COMMENTS-CLOSED", "requests.refusal.comments-closed"));
        return form.page("requests/comment").addObject("found", found);
    }
}
