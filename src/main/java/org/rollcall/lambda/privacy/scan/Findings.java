package org.rollcall.lambda.privacy.scan;

/**
 * What of a version of a document is about marked people.
 *
 * @param rows rows of participants, or lines of a document
 * @param mentions what else names them
 * @param isRead whether the document could be understood
 */
public record Findings(int rows, int mentions, boolean isRead) {
    public static final Findings NOTHING = new Findings(0, 0, true);

    public boolean any() {
        return rows + mentions > 0;
    }
}
