package org.concordat.server.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.server.foundation.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says what went wrong: to people as a page, to systems as problem details (RFC 9457), to the log under a reference. The log
 * gets the kinds of exceptions and where they arose, never their messages, which can hold somebody's data.
 */
@Component
class TroubleReport {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleReport.class);
    private static final int FRAMES = 40;
    private static final int CAUSES = 5;

    private final FrameInterceptor frames;
    private final References references;
    private final MessageSource messages;

    TroubleReport(FrameInterceptor frames, References references, MessageSource messages) {
        this.frames = frames;
        this.references = references;
        this.messages = messages;
    }

    /** The answer to a request that was refused. */
    Object of(Refusal refusal, HttpServletRequest request, String path, Locale locale) {
        return answer(
                Trouble.of(refusal.status()),
                refusal.status(),
                refusal.code(),
                new Text(refusal.messageKey(), refusal.arguments()),
                request,
                path,
                locale,
                null);
    }

    /** The answer to a request that ended with this status. */
    Object of(int status, @Nullable Throwable why, HttpServletRequest request, String path, Locale locale) {
        Trouble trouble = Trouble.of(status);
        return answer(
                trouble, status, trouble.code, new Text(trouble.textKey(), List.of()), request, path, locale, why);
    }

    private record Text(String key, List<Object> arguments) {}

    private Object answer(
            Trouble trouble,
            int status,
            String code,
            Text text,
            HttpServletRequest request,
            String path,
            Locale locale,
            @Nullable Throwable why) {
        String reference = references.next();
        log(status, code, reference, why);
        return path.startsWith("/api/")
                ? problemDetails(trouble, status, code, text, reference, locale)
                : page(trouble, status, code, text, reference, request);
    }

    private ResponseEntity<ProblemDetail> problemDetails(
            Trouble trouble, int status, String code, Text text, String reference, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setTitle(messages.getMessage(trouble.titleKey(), null, locale));
        detail.setDetail(messages.getMessage(text.key(), text.arguments().toArray(), locale));
        detail.setProperty("code", code);
        detail.setProperty("reference", reference);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page(
            Trouble trouble, int status, String code, Text text, String reference, HttpServletRequest request) {
        var page = new ModelAndView("foundation/trouble", HttpStatusCode.valueOf(status));
        page.addAllObjects(Map.of(
                "titleKey", trouble.titleKey(),
                "textKey", text.key(),
                "textArguments", text.arguments().toArray(),
                "nextKey", trouble.nextKey(),
                "code", code,
                "reference", reference));
        frames.put(page, frame(request));
        return page;
    }

    /** A page of trouble must come out even where nothing can be known about who asked, such as without a database. */
    private Frame frame(HttpServletRequest request) {
        try {
            return frames.frame(request);
        } catch (RuntimeException noFrame) {
            LOG.atWarn()
                    .setMessage("No frame for a page of trouble: {}")
                    .addArgument(noFrame.getClass().getName())
                    .log();
            return Frame.anonymous();
        }
    }

    private static void log(int status, String code, String reference, @Nullable Throwable why) {
        if (status < 500) {
            LOG.info("Answered {} ({}), reference {}", status, code, reference);
        } else {
            LOG.error("Answered {} ({}), reference {}{}", status, code, reference, traceOf(why));
        }
    }

    private static String traceOf(@Nullable Throwable why) {
        var trace = new StringBuilder();
        Throwable cause = why;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            trace.append(depth == 0 ? "\n" : "\ncaused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append("\n    at ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return trace.toString();
    }
}
