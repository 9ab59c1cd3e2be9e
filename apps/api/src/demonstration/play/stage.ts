import type { Person } from "../person.ts";

/** What the scenes play on: the product as people see it, with a clock that the play sets. */
export type Stage = {
  /** Sets the time to an hour of a day in Shanghai. @param day YYYY-MM-DD @param hour 0–23 */
  setTime(day: string, hour?: number): void;
  /** Lets the clock's own acts happen at the set time. */
  passTime(): Promise<void>;
  /** Somebody of the demonstration, signed in on first use. @param mailbox without its domain */
  person(mailbox: string): Promise<Person>;
  /** Somebody without an account. */
  readonly visitor: Pick<Person, "ask">;
  /** The account of a district's officer. */
  officerOf(district: string): Promise<Person>;
  /** A paper to hand in: a small PDF that says what it stands for. @param label in Chinese */
  paper(label: string): Promise<Uint8Array>;
};

const tusVersion = { "tus-resumable": "1.0.0" };
const encoded = (text: string) => Buffer.from(text).toString("base64");

/** Uploads a small file, begun and sent in one. @returns its id @throws Error when it is refused */
export async function upload(
  person: Person,
  { purpose, target, name, bytes }: { purpose: string; target: string; name: string; bytes: Uint8Array },
): Promise<string> {
  const metadata = Object.entries({ purpose, target, filename: name })
    .map(([key, value]) => `${key} ${encoded(value)}`)
    .join(",");
  const sent = await person.ask("/api/v1/files/uploads", {
    method: "POST",
    body: bytes,
    headers: {
      ...tusVersion,
      "upload-length": String(bytes.length),
      "upload-metadata": metadata,
      "content-type": "application/offset+octet-stream",
    },
  });
  if (sent.status !== 201) throw new Error(`the upload is refused: ${sent.status} ${JSON.stringify(sent.body)}`);
  const path = new URL(sent.headers.get("location") ?? "", "http://localhost").pathname;
  return path.split("/").at(-1) ?? "";
}
