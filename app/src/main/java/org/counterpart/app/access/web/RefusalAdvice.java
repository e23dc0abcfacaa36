package org.counterpart.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.dossier.Malformed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import java.io.IOException;

/// Turns what controllers of any area throw into the one shape of a refusal. An area with another shape, such as the
/// doors of other nodes, brings an advice of its own, which goes before this one.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalAdvice {
    private final RefusalWriter refusals;
    private final EventLog log;

    RefusalAdvice(RefusalWriter refusals, EventLog log) {
        this.refusals = refusals;
        this.log = log;
    }

    @ExceptionHandler
    void refused(NotDone notDone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.write(notDone.refusal(), request, response);
    }

    /// Bodies, ids and codes that controllers could not parse.
    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class,
        Malformed.class
    })
    void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(RequestRefusal.MALFORMED, request, response);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    void noSuchDoor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(RequestRefusal.NO_SUCH_DOOR, request, response);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void wrongMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(
                HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                RequestRefusal.WRONG_METHOD.code(),
                request,
                response);
    }

    @ExceptionHandler(HttpMediaTypeException.class)
    void notJson(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(
                HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                RequestRefusal.NOT_JSON.code(),
                request,
                response);
    }

    /// What should not happen: the operator finds the kind of failure in the log, the caller no detail.
    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn(EventLine.of("request.failed").failure(failure));
        refusals.writeFailure(request, response);
    }
}
