package org.concordat.server.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.concordat.server.foundation.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** Turns what a handler throws into an answer. */
@ControllerAdvice
class TroubleAdvice {

    private final TroubleReport report;

    TroubleAdvice(TroubleReport report) {
        this.report = report;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        return report.of(refusal, request, request.getRequestURI(), locale);
    }

    /** What the security filters answer better than a page can is left to them. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    Object closed(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    Object failed(Exception why, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (why instanceof ErrorResponse withHeaders) {
            withHeaders
                    .getHeaders()
                    .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        return report.of(statusOf(why), why, request, request.getRequestURI(), locale);
    }

    /** The status of the answer to what was thrown. */
    static int statusOf(Throwable why) {
        return switch (why) {
            case InvalidParameterException given -> given.getErrorCode();
            case ErrorResponse response -> response.getStatusCode().value();
            case HttpMessageNotReadableException _, TypeMismatchException _, MultipartException _ ->
                Trouble.MALFORMED.status;
            case OptimisticLockingFailureException _ -> Trouble.EDITED_MEANWHILE.status;
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ -> Trouble.BUSY.status;
            default -> Trouble.FAULT.status;
        };
    }
}
