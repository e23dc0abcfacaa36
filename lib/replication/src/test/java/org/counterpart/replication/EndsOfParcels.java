package org.counterpart.replication;

/// Which refusals end the duty to bring a parcel, as [TakingRefusals] decides; for the page of the protocol.
public final class EndsOfParcels {
    private EndsOfParcels() {}

    /// Whether what was refused with this code is brought again, in words.
    public static String broughtAgain(String code) {
        if (TakingRefusals.FINAL.contains(code)) {
            return "no";
        }
        return TakingRefusals.FINAL_TO_WHO_IS_OUT.contains(code)
                ? "yes, unless the sender was put out"
                : "yes";
    }
}
