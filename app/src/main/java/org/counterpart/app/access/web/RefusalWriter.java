package org.counterpart.app.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.access.Part;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.language.Language;
import org.counterpart.app.language.Sentences;
import org.counterpart.app.language.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Writes a refusal in the one shape that all doors share: a status and `{"code","sentence","next"}`, in the language
/// that the caller asked for by `Accept-Language`.
@Component
class RefusalWriter {
    private static final String SECONDS_UNTIL_NEXT_TRY = "60";

    private final Sentences sentences;

    RefusalWriter(Sentences sentences) {
        this.sentences = sentences;
    }

    /// What a client reads; the part and what is allowed there only where one part is to blame.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String code,
            String sentence,
            String next,
            @Nullable String part,
            @Nullable List<String> allowed) {
        static Body of(String code, Wording wording) {
            return new Body(code, wording.sentence(), wording.next(), null, null);
        }

        Body blaming(Part blamed) {
            return new Body(
                    code,
                    sentence.replaceFirst("[.]$", "") + ": " + blamed.words() + ".",
                    next,
                    blamed.name(),
                    blamed.allowed());
        }
    }

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Body body = Body.of(refusal.code(), sentences.of(refusal.code(), language(request)));
        write(
                status(refusal.kind()),
                refusal instanceof Refusal.Blaming blaming ? body.blaming(blaming.part()) : body,
                request,
                response);
    }

    /// The node's own failure: not a refusal, but told in the same shape.
    void writeFailure(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                RequestRefusal.NODE_FAILED.code(),
                request,
                response);
    }

    void write(int status, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(status, Body.of(code, sentences.of(code, language(request))), request, response);
    }

    private static void write(
            int status, Body body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == 429) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_NEXT_TRY);
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language(request).tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream()
                .write(
                        JsonMapper.shared()
                                .writeValueAsString(body)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /// The servlet would fall back on the machine's own language; we fall back on English.
    private static Language language(HttpServletRequest request) {
        List<Locale> wishes =
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? List.of()
                        : Collections.list(request.getLocales());
        return Language.of(wishes);
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_SIGNED_IN -> HttpServletResponse.SC_UNAUTHORIZED;
            case NOT_ALLOWED -> HttpServletResponse.SC_FORBIDDEN;
            case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case BAD_INPUT -> 422; // RFC 9110, 15.5.21
            case TOO_MANY -> 429; // RFC 6585, 4
        };
    }
}
