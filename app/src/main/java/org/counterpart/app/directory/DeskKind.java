package org.counterpart.app.directory;

import java.util.Arrays;
import java.util.Optional;

/// What a desk does for its state; the code goes on the wire.
public enum DeskKind {
    CUSTOMS("customs"),
    POLICE("police"),
    BORDER_GUARD("border-guard"),
    COAST_GUARD("coast-guard"),
    PROSECUTION("prosecution"),
    /// Notified under a treaty to send and receive mutual legal assistance, UNTOC art. 18(13).
    CENTRAL_AUTHORITY("central-authority"),
    /// INTERPOL's.
    NATIONAL_CENTRAL_BUREAU("national-central-bureau"),
    /// Rangers, wildlife and environment inspectors.
    WILDLIFE_ENFORCEMENT("wildlife-enforcement"),
    FORESTRY("forestry"),
    FISHERIES("fisheries"),
    CITES_MANAGEMENT_AUTHORITY("cites-management-authority"),
    CITES_SCIENTIFIC_AUTHORITY("cites-scientific-authority"),
    FINANCIAL_INTELLIGENCE_UNIT("financial-intelligence-unit"),
    INTEGRITY("integrity"),
    OTHER("other");

    private final String code;

    DeskKind(String code) {
        this.code = code;
    }

    /// The code on the wire.
    public String code() {
        return code;
    }

    /// The kind of that code.
    public static Optional<DeskKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code;
    }
}
