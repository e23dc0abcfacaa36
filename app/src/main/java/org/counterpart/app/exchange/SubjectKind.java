package org.counterpart.app.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a message can be about: the kinds of thing, document or party whose identifiers desks give each other. What is
/// none of these is written into the text. A newer node may send one that is not here yet; it is shown as it came.
public enum SubjectKind {
    CONTAINER,
    SEAL,
    AIR_WAYBILL,
    BILL_OF_LADING,
    PARCEL,
    CUSTOMS_DECLARATION,
    /// An export or import permit or certificate under CITES, art. VI.
    CITES_PERMIT,
    VESSEL,
    AIRCRAFT,
    VEHICLE,
    COMPANY,
    PERSON,
    IDENTITY_DOCUMENT,
    PHONE,
    EMAIL,
    ONLINE_ACCOUNT,
    BANK_ACCOUNT,
    ADDRESS,
    EXHIBIT,
    SPECIES;

    /// The code on the wire, such as `air-waybill`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All codes, as they go on the wire.
    public static List<String> codes() {
        return Arrays.stream(values()).map(SubjectKind::code).toList();
    }
}
