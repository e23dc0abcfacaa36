package org.counterpart.app.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.counterpart.app.access.Enrolment;
import org.jspecify.annotations.Nullable;

/// One line of the roll; `revokedAt` is absent for who may come in.
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolmentJson(long number, OfficerJson officer, String addedAt, @Nullable String revokedAt) {
    static EnrolmentJson of(Enrolment enrolment) {
        String revokedAt =
                enrolment instanceof Enrolment.Revoked(_, _, _, var at) ? at.toString() : null;
        return new EnrolmentJson(
                enrolment.number(),
                OfficerJson.of(enrolment.officer()),
                enrolment.addedAt().toString(),
                revokedAt);
    }
}
