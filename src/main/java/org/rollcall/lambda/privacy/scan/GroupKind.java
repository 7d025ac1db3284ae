package org.rollcall.lambda.privacy.scan;

/** What objects are about, in the order in which people are erased: a series is made of reports, those with rosters. */
public enum GroupKind {
    /** Who is expected, which a person puts there. */
    ROSTER,
    /** The documents of one instance and its index entry. */
    REPORT,
    /** Copies for one answer of the HTTP API, and reports of meetings that went on: nothing is made of them. */
    COPY,
    /** The documents of a series. */
    SERIES,
    /** What Rollcall did not put there. */
    OTHER
}
