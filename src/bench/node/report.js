// The report function: token, details, every page of participants; JSON with attendance, and CSV, on S3.
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

// Who a row is about: the strongest identifier it has.
function identity(row) {
  for (const field of ["participant_user_id", "id", "registrant_id", "email", "user_name"]) {
    const value = row[field]?.trim();
    if (value) return [field, field === "email" || field === "user_name" ? value.toLowerCase() : value];
  }
  return [null, row];
}

// One entry a person; two devices at once do not count twice.
function attendance(participants, meeting) {
  const end = Date.parse(meeting.end_time);
  const length = end - Date.parse(meeting.start_time);
  const people = new Map();
  for (const row of participants) {
    const [field, value] = identity(row);
    const key = field === null ? row : `${field}:${value}`;
    let person = people.get(key);
    if (!person) people.set(key, (person = { row, field, stays: [] }));
    if (row.status !== "in_waiting_room") {
      person.stays.push([Date.parse(row.join_time), row.leave_time ? Date.parse(row.leave_time) : end]);
    }
  }
  const names = new Intl.Collator();
  const entries = [];
  for (const { row, field, stays } of people.values()) {
    stays.sort((one, other) => one[0] - other[0]);
    const present = [];
    for (const [join, leave] of stays) {
      const last = present.at(-1);
      if (last && join <= last[1]) last[1] = Math.max(last[1], leave);
      else present.push([join, leave]);
    }
    const time = present.reduce((sum, [join, leave]) => sum + leave - join, 0);
    entries.push({
      name: row.user_name,
      email: row.email,
      role: row.role,
      first_join: present.length ? new Date(present[0][0]).toISOString() : null,
      last_leave: present.length ? new Date(present.at(-1)[1]).toISOString() : null,
      minutes: Math.floor(time / 600) / 100,
      sessions: present.length,
      share_of_meeting: Math.floor((Math.min(time, length) / length) * 1e4) / 1e4,
      matched_by: field,
    });
  }
  return entries.sort((one, other) => names.compare(one.name, other.name));
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
    attendance: attendance(participants, meeting),
  };
  const documents = await Promise.all([
    put(meeting, "json", "application/json", Buffer.from(JSON.stringify(json))),
    put(meeting, "csv", "text/csv; charset=utf-8", Buffer.from(csv(participants))),
  ]);
  return { meeting, total_records: participants.length, complete: true, documents };
});
