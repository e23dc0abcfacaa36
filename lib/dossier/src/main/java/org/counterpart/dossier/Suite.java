package org.counterpart.dossier;

import java.util.Arrays;

/// A set of algorithms under one name; the name is in every envelope, the opening entry lists those it admits.
public enum Suite {
    /// SHA-256, Ed25519, HPKE Base with X25519 / HKDF-SHA256 / AES-256-GCM, payloads under AES-256-GCM.
    CP1("cp1");

    private final String code;

    Suite(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Suite of(String code) {
        return Arrays.stream(values())
                .filter(suite -> suite.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new Malformed("suite " + code + " is not known here"));
    }
}
