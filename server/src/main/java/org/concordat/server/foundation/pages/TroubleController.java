package org.concordat.server.foundation.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.concordat.server.foundation.access.OpenTo;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers requests that ended in trouble before or after a handler had them. */
@Controller
class TroubleController implements ErrorController {

    private final TroubleReport report;

    TroubleController(TroubleReport report) {
        this.report = report;
    }

    @RequestMapping("/error")
    @OpenTo(OpenTo.Audience.ANYONE)
    Object trouble(HttpServletRequest request, Locale locale) {
        // Without a status nothing went wrong: somebody typed the address of this page.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number
                ? number
                : Trouble.NOT_FOUND.status;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
        Throwable why =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        // Thrown by a filter, the web server takes it for a fault of ours; by a handler, the advice would have said
        // whose it is.
        int whose = why != null && status == Trouble.FAULT.status ? TroubleAdvice.statusOf(why) : status;
        return report.of(whose, why, request, path, locale);
    }
}
