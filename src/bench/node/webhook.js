// The webhook function: verifies Zoom's signature, puts the ended meeting on the queue.
import { createHmac, timingSafeEqual } from "node:crypto";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { run } from "./runtime.js";

const { ZOOM_WEBHOOK_SECRET_TOKEN, REPORT_QUEUE_URL } = process.env;
const sqs = new SQSClient({});

const hmac = (text) => createHmac("sha256", ZOOM_WEBHOOK_SECRET_TOKEN).update(text).digest("hex");

function verified(headers, body) {
  const timestamp = headers["x-zm-request-timestamp"] ?? "";
  const expected = Buffer.from("v0=" + hmac(Buffer.concat([Buffer.from(`v0:${timestamp}:`), body])));
  const signature = Buffer.from(headers["x-zm-signature"] ?? "");
  const recent = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300;
  return recent && signature.length === expected.length && timingSafeEqual(signature, expected);
}

run(async (request) => {
  const body = Buffer.from(request.body, request.isBase64Encoded ? "base64" : "utf8");
  if (!verified(request.headers, body)) return { statusCode: 401 };
  const event = JSON.parse(body.toString("utf8"));
  if (event.event === "endpoint.url_validation") {
    const { plainToken } = event.payload;
    return { statusCode: 200, body: JSON.stringify({ plainToken, encryptedToken: hmac(plainToken) }) };
  }
  if (event.event === "meeting.ended") {
    const { id, uuid, topic, start_time, end_time } = event.payload.object;
    const message = JSON.stringify({ meeting_id: uuid, meeting: { id, uuid, topic, start_time, end_time } });
    await sqs.send(new SendMessageCommand({ QueueUrl: REPORT_QUEUE_URL, MessageBody: message }));
  }
  return { statusCode: 204 };
});
