package org.rollcall.lambda.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What the text and the page of a mail show. Nothing in it is escaped yet.
 *
 * @param language of the texts, as HTML has it
 * @param title the meeting's topic
 * @param when its local day and time
 * @param lines how many came, and who was late, left early or was absent; one line each
 * @param documentsTitle what stands above the documents
 * @param documents where the report is
 * @param footer where the mail comes from
 */
@RegisterForReflection
record MailPage(
        String language,
        String title,
        String when,
        List<String> lines,
        String documentsTitle,
        List<Document> documents,
        String footer) {
    /**
     * A document of the report.
     *
     * @param label its format, and whether it is attached
     * @param location where it is
     */
    @RegisterForReflection
    record Document(String label, String location) {}
}
