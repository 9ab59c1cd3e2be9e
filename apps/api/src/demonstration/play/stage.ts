import type { Person } from "../person.ts";

/** What the scenes play on: the product as people see it, with a clock that the play sets. */
export type Stage = {
  /** Sets the time to an hour of a day in Shanghai. @param day YYYY-MM-DD @param hour 0–23 */
  setTime(day: string, hour?: number): void;
  /** Lets the clock's own acts happen at the set time. */
  passTime(): Promise<void>;
  /** Somebody of the demonstration, signed in on first use. @param mailbox without its domain */
  person(mailbox: string): Promise<Person>;
  /** The account of a district's officer. */
  officerOf(district: string): Promise<Person>;
  /** A paper to hand in: a small PDF that says what it stands for. @param label in Chinese */
  paper(label: string): Promise<Uint8Array>;
};

const tusVersion = { "tus-resumable": "1.0.0" };
const encoded = (text: string) => Buffer.from(text).toString("base64");

/** Uploads a file as a browser does. @returns its id @throws Error when it is refused */
export async function upload(
  person: Person,
  { purpose, target, name, bytes }: { purpose: string; target: string; name: string; bytes: Uint8Array },
): Promise<string> {
  const metadata = Object.entries({ purpose, target, filename: name })
    .map(([key, value]) => `${key} ${encoded(value)}`)
    .join(",");
  const begun = await person.ask("/api/v1/files/uploads", {
    method: "POST",
    headers: { ...tusVersion, "upload-length": String(bytes.length), "upload-metadata": metadata },
  });
  const path = new URL(begun.headers.get("location") ?? "", "http://localhost").pathname;
  if (begun.status !== 201) throw new Error(`the upload is refused: ${begun.status} ${JSON.stringify(begun.body)}`);
  const sent = await person.ask(path, {
    method: "PATCH",
    body: bytes,
    headers: { ...tusVersion, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
  });
  if (sent.status !== 204) throw new Error(`the upload is not taken: ${sent.status} ${JSON.stringify(sent.body)}`);
  return path.split("/").at(-1) ?? "";
}
