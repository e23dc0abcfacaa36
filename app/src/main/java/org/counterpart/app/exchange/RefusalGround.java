package org.counterpart.app.exchange;

/// Why a requested desk refuses. A refusal always cites one of these and says what is open instead.
public enum RefusalGround {
    /// The answer needs a formal request (UNTOC art. 18): the measure is coercive, or evidence is wanted.
    NEEDS_FORMAL_REQUEST,
    /// Another authority is competent; the answer names it.
    NOT_COMPETENT,
    /// It would prejudice sovereignty, security, public order or other essential interests (UNTOC art. 18(21)(b)).
    ESSENTIAL_INTERESTS,
    /// Domestic law prohibits it for a similar offence (UNTOC art. 18(21)(c)).
    DOMESTIC_LAW,
    /// It would harm an investigation or proceeding under way (UNTOC art. 18(25): may be postponed).
    ONGOING_PROCEEDINGS,
    /// Nothing is held on it.
    NOTHING_HELD,
    /// What is asked, or about whom, is not clear enough.
    NOT_SPECIFIC_ENOUGH
}
