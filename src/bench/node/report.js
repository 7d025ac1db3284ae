// The report door: token, details, every page of participants; JSON and CSV on S3.
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { run } from "./runtime.js";

const { ZOOM_API_URL, ZOOM_OAUTH_URL, ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET } = process.env;
const destination = new URL(process.env.REPORT_DESTINATION);
const s3 = new S3Client({ forcePathStyle: true });

let token;
let renewAt = 0;

async function accessToken() {
  if (Date.now() >= renewAt) {
    const response = await fetch(`${ZOOM_OAUTH_URL}/token`, {
      method: "POST",
      headers: { Authorization: "Basic " + Buffer.from(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`).toString("base64") },
      body: new URLSearchParams({ grant_type: "account_credentials", account_id: ZOOM_ACCOUNT_ID }),
    });
    if (!response.ok) throw new Error(`Zoom gave no token: ${response.status}`);
    const answer = await response.json();
    token = answer.access_token;
    renewAt = Date.now() + (answer.expires_in - 60) * 1000;
  }
  return token;
}

async function zoom(path, parameters) {
  const response = await fetch(`${ZOOM_API_URL}${path}?${new URLSearchParams(parameters)}`, {
    headers: { Authorization: `Bearer ${await accessToken()}` },
  });
  if (!response.ok) throw new Error(`Zoom: ${response.status} ${await response.text()}`);
  return response.json();
}

async function allParticipants(path) {
  const participants = [];
  let total = 0;
  let next = "";
  do {
    const page = await zoom(`${path}/participants`, { type: "past", page_size: "300", ...(next && { next_page_token: next }) });
    participants.push(...page.participants);
    total = page.total_records;
    next = page.next_page_token;
  } while (next);
  if (participants.length !== total) throw new Error(`Zoom announced ${total} rows and sent ${participants.length}`);
  return participants;
}

function cell(value) {
  if (value === undefined || value === null) return "";
  let text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (/^[=+\-@\t\r\n]/.test(text)) text = "'" + text;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(participants) {
  const columns = new Set();
  for (const participant of participants) for (const name in participant) columns.add(name);
  const names = [...columns];
  const lines = [names.map(cell).join(",")];
  for (const participant of participants) lines.push(names.map((name) => cell(participant[name])).join(","));
  return "\uFEFF" + lines.join("\r\n") + "\r\n";
}

async function put(meeting, format, contentType, body) {
  const uuid = Buffer.from(meeting.uuid).toString("base64url");
  const folder = `${format}/date=${meeting.start_time.slice(0, 10)}`;
  const key = `${destination.pathname.slice(1)}/${folder}/${meeting.id}_${uuid}.${format}`;
  await s3.send(new PutObjectCommand({ Bucket: destination.host, Key: key, Body: body, ContentType: contentType }));
  return { format, location: `s3://${destination.host}/${key}`, bytes: body.length };
}

run(async (event) => {
  const path = `/metrics/meetings/${encodeURIComponent(event.meeting_id)}`;
  await accessToken();
  const [meeting, participants] = await Promise.all([zoom(path, { type: "past" }), allParticipants(path)]);
  const json = {
    page_count: 1,
    page_size: participants.length,
    total_records: participants.length,
    next_page_token: "",
    participants,
    meeting,
    generated_at: new Date().toISOString(),
    complete: true,
  };
  const documents = await Promise.all([
    put(meeting, "json", "application/json", Buffer.from(JSON.stringify(json))),
    put(meeting, "csv", "text/csv; charset=utf-8", Buffer.from(csv(participants))),
  ]);
  return { meeting, total_records: participants.length, complete: true, documents };
});
