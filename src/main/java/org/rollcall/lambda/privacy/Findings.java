package org.rollcall.lambda.privacy;

/**
 * What of a version of a document is about marked people.
 *
 * @param rows rows of participants, or lines of a document
 * @param mentions what else names them
 * @param isRead whether the document could be understood
 */
record Findings(int rows, int mentions, boolean isRead) {
    static final Findings NOTHING = new Findings(0, 0, true);

    boolean any() {
        return rows + mentions > 0;
    }
}
