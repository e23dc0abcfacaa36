package org.counterpart.dossier;

/// The handling codes that officers of Europol's channel know; they combine, they are not a scale.
public enum HandlingCode {
    /// Only for preventing and combating crime under the applicable rules.
    H0,
    /// Not to be disclosed in judicial proceedings without the provider's permission.
    H1,
    /// Not to be disseminated without the provider's permission.
    H2,
    /// Other restrictions, in words and, where a machine can hold to them, in fields.
    H3
}
