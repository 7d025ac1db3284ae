package org.rollcall.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A server that speaks SQS, with the queues of the template. A component test gets it in a field of this type. */
public final class SqsStandIn implements QuarkusTestResourceLifecycleManager {
    /** How long a test waits for what comes; what does not come is asked for once. */
    private static final int PATIENCE_SECONDS = 20;

    private SQSRestServer server;
    private SqsClient sqs;
    private String reports;
    private String deadLetters;
    private String reconciliations;
    private String mails;
    private String mailDeadLetters;

    @Override
    public Map<String, String> start() {
        TestAws.useMadeUpCredentials();
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        String endpoint =
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        reports = create("reports");
        deadLetters = create("dead-letters");
        reconciliations = create("reconciliations");
        mails = create("mails");
        mailDeadLetters = create("mail-dead-letters");
        System.setProperty("aws.endpointUrlSqs", endpoint);
        Map<String, String> settings = new HashMap<>(Map.of(
                "aws.endpoint-url-sqs", endpoint,
                "report.queue-url", reports,
                "report.dead-letter-queue-url", deadLetters,
                "reconcile.queue-url", reconciliations,
                "quarkus.log.category.\"org.elasticmq\".level", "WARN"));
        settings.put("mail.queue-url", mails);
        settings.put("mail.dead-letter-queue-url", mailDeadLetters);
        return settings;
    }

    @Override
    public void stop() {
        System.clearProperty("aws.endpointUrlSqs");
        sqs.close();
        server.stopAndWait();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(SqsStandIn.class));
    }

    private String create(String name) {
        return sqs.createQueue(queue ->
                        queue.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "5400")))
                .queueUrl();
    }

    /** Takes the queue of reports away, until {@link #createReports}. */
    public void deleteReports() {
        sqs.deleteQueue(queue -> queue.queueUrl(reports));
    }

    /** Makes the queue of reports. */
    public void createReports() {
        create("reports");
    }

    /** Takes the queue of days to be reconciled away, until {@link #createReconciliations}. */
    public void deleteReconciliations() {
        sqs.deleteQueue(queue -> queue.queueUrl(reconciliations));
    }

    /** Makes the queue of days to be reconciled. */
    public void createReconciliations() {
        create("reconciliations");
    }

    /** Takes the dead letters' queue away, until {@link #createDeadLetters}. */
    public void deleteDeadLetters() {
        sqs.deleteQueue(queue -> queue.queueUrl(deadLetters));
    }

    /** Makes the dead letters' queue. */
    public void createDeadLetters() {
        create("dead-letters");
    }

    /** Empties the queues. */
    public void empty() {
        sqs.purgeQueue(queue -> queue.queueUrl(mails));
        sqs.purgeQueue(queue -> queue.queueUrl(mailDeadLetters));
        sqs.purgeQueue(queue -> queue.queueUrl(reconciliations));
        sqs.purgeQueue(queue -> queue.queueUrl(reports));
        sqs.purgeQueue(queue -> queue.queueUrl(deadLetters));
    }

    /** Puts a message on the queue of reports. */
    public void send(String body) {
        sqs.sendMessage(message -> message.queueUrl(reports).messageBody(body));
    }

    /** Puts a message on the queue of mails. */
    public void sendMail(String body) {
        sqs.sendMessage(message -> message.queueUrl(mails).messageBody(body));
    }

    /** So many messages of the queue of mails. */
    public List<Message> receiveMails(int count) {
        return receive(mails, count);
    }

    /** So many mails that were given up. */
    public List<Message> receiveMailDeadLetters(int count) {
        return receive(mailDeadLetters, count);
    }

    /** How many messages there are on the queue of mails: to be seen, at work, and delayed. */
    public int countMails() {
        return count(mails);
    }

    /** How many mails were given up. */
    public int countMailDeadLetters() {
        return count(mailDeadLetters);
    }

    /** Deletes a message that was received from the queue of mails. */
    public void deleteMail(Message message) {
        sqs.deleteMessage(delete -> delete.queueUrl(mails).receiptHandle(message.receiptHandle()));
    }

    /** So many messages of the queue of reports, as soon as all of them can be seen. */
    public List<Message> receive(int count) {
        return receive(reports, count);
    }

    /** So many dead letters. */
    public List<Message> receiveDeadLetters(int count) {
        return receive(deadLetters, count);
    }

    /** All messages about days that are still to be reconciled. */
    public List<Message> receiveReconciliations() {
        return receive(reconciliations, count(reconciliations));
    }

    private List<Message> receive(String queueUrl, int count) {
        List<Message> messages = new ArrayList<>();
        for (int calls = 0; messages.size() < count && calls < count + 1; calls++) {
            messages.addAll(sqs.receiveMessage(receive -> receive.queueUrl(queueUrl)
                            .maxNumberOfMessages(Math.min(10, count - messages.size()))
                            .waitTimeSeconds(PATIENCE_SECONDS)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                    .messages());
        }
        return messages;
    }

    /**
     * The event that Lambda makes of messages.
     *
     * @param ahead by how much the test's clock is ahead of the stand-in's
     */
    public static String event(List<Message> messages, Duration ahead) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) {
            ObjectNode record = records.addObject()
                    .put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.body());
            ObjectNode attributes = record.putObject("attributes");
            message.attributes().forEach((name, value) -> attributes.put(name.toString(), value));
            long sentAt = attributes.get("SentTimestamp").asLong() + ahead.toMillis();
            attributes.put("SentTimestamp", Long.toString(sentAt));
            record.putObject("messageAttributes");
            record.put("md5OfBody", message.md5OfBody())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", "arn:aws:sqs:eu-central-1:000000000000:reports")
                    .put("awsRegion", "eu-central-1");
        }
        return event.toString();
    }

    /** Deletes a message that was received from the queue of reports. */
    public void delete(Message message) {
        sqs.deleteMessage(delete -> delete.queueUrl(reports).receiptHandle(message.receiptHandle()));
    }

    /** How many messages there are on the queue of reports: to be seen, at work, and delayed. */
    public int count() {
        return count(reports);
    }

    /** How many dead letters there are. */
    public int countDeadLetters() {
        return count(deadLetters);
    }

    /** How many messages about days that are still to be reconciled there are, the delayed ones included. */
    public int countReconciliations() {
        return count(reconciliations);
    }

    private int count(String queueUrl) {
        return sqs
                .getQueueAttributes(get -> get.queueUrl(queueUrl)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
