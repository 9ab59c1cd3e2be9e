import { randomUUID } from "node:crypto";
import { openSession, type Session } from "./browser-session.ts";
import type { Answer } from "./http.ts";

/** Those of the demonstration who take part in the procedure. */
export interface People {
  readonly city: Session;
  readonly secondCity: Session;
  readonly district: Session;
  readonly otherDistrict: Session;
  readonly applicant: Session;
  readonly otherApplicant: Session;
  readonly auditor: Session;
  readonly administrator: Session;
}

const mailboxes: Readonly<Record<keyof People, string>> = {
  city: "city",
  secondCity: "city2",
  district: "district",
  otherDistrict: "district2",
  applicant: "applicant",
  otherApplicant: "platform",
  auditor: "auditor",
  administrator: "admin",
};

/** One of the demonstration, signed in. @throws Error when they cannot */
export async function signIn(url: string, mailbox: string): Promise<Session> {
  const session = openSession(url);
  const answer = await session.call("/api/v1/auth/sign-in/email", {
    json: { email: `${mailbox}@demo.shifan`, password: "demo-shifan-2026" },
  });
  if (answer.status !== 200) throw new Error(`${mailbox} cannot sign in: ${JSON.stringify(answer.body)}`);
  return session;
}

/** Signs everybody in, one after the other. @throws Error when somebody cannot */
export async function signInEverybody(url: string): Promise<People> {
  const people: Partial<Record<keyof People, Session>> = {};
  for (const [name, mailbox] of Object.entries(mailboxes) as [keyof People, string][]) {
    people[name] = await signIn(url, mailbox);
  }
  return people as People;
}

/** A record with what its reader needs to go on. */
export interface Read<Body> {
  readonly body: Body;
  readonly etag: string;
}

/** Reads a record. @throws Error when there is none for this reader */
export async function read<Body>(session: Session, path: string): Promise<Read<Body>> {
  const { status, body, headers } = await session.call(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return { body: body as Body, etag: headers.get("etag") ?? "" };
}

/** Makes a record with a key of its own. */
export function make(session: Session, path: string, json: object, key: string = randomUUID()): Promise<Answer> {
  return session.call(path, { json, headers: { "idempotency-key": key } });
}

/** Does an act on a record, in the state in which the person reads it now. */
export async function act(session: Session, path: string, name: string, json: object = {}): Promise<Answer> {
  const { etag } = await read(session, path);
  return session.call(`${path}/${name}`, { json, headers: { "if-match": etag } });
}

const encoded = (text: string) => Buffer.from(text).toString("base64");

/** Uploads a file by the protocol of resumable uploads, in one piece. Its id. @throws Error when it is refused */
export async function upload(
  session: Session,
  purpose: string,
  target: string,
  bytes: Uint8Array<ArrayBuffer> = smallPdf(target),
): Promise<string> {
  const metadata = { purpose, target, filename: "扫描件.pdf" };
  const begun = await session.call("/api/v1/files/uploads", {
    method: "POST",
    headers: {
      "tus-resumable": "1.0.0",
      "upload-length": String(bytes.length),
      "upload-metadata": Object.entries(metadata)
        .map(([name, value]) => `${name} ${encoded(value)}`)
        .join(","),
    },
  });
  const path = new URL(begun.headers.get("location") ?? "", "http://localhost").pathname;
  if (begun.status !== 201) throw new Error(`the upload is refused: ${begun.status} ${JSON.stringify(begun.body)}`);
  const sent = await session.call(path, {
    method: "PATCH",
    bytes,
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
  });
  if (sent.status !== 204) throw new Error(`the upload is not taken: ${sent.status} ${JSON.stringify(sent.body)}`);
  return path.split("/").at(-1) ?? "";
}

/** A PDF of one empty page with its table of objects; `mark` makes it another. */
function smallPdf(mark: string): Uint8Array<ArrayBuffer> {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
  ];
  let text = `%PDF-1.4\n% ${mark}\n`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>`;
  const end = `startxref\n${text.length}\n%%EOF\n`;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}\n${end}`;
  return Uint8Array.from(Buffer.from(text));
}
