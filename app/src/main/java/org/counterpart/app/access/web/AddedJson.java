package org.counterpart.app.access.web;

import org.counterpart.app.access.AddingOfficer;
import org.counterpart.app.node.SecretAccess;

import java.nio.charset.StandardCharsets;

/// A new officer with the token, which no later answer shows again.
record AddedJson(OfficerJson officer, String token, String file) {
    static AddedJson of(AddingOfficer.Outcome.Added added) {
        byte[] token = added.token().bytes(SecretAccess.GRANTED);
        return new AddedJson(
                OfficerJson.of(added.officer()),
                new String(token, StandardCharsets.US_ASCII),
                added.file().toString());
    }

    /// The token is not for logs.
    @Override
    public String toString() {
        return officer.id();
    }
}
