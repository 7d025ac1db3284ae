package org.rollcall.lambda.mail;

import java.util.List;

/**
 * A mail, but for whom it is from and to.
 *
 * @param about what it is about, for messages of failures: {@code meeting 93201235621}
 * @param subject without line ends
 */
record Mail(String about, String subject, String text, String html, List<Attachment> attachments) {
    /**
     * A file that is attached.
     *
     * @param name as a person would name it
     */
    record Attachment(String name, String contentType, byte[] content) {}
}
