import type { Session } from "./browser-session.ts";
import type { Answer } from "./http.ts";

const version = { "tus-resumable": "1.0.0" };
const encoded = (text: string) => Buffer.from(text).toString("base64");

/** To what a file is handed in. */
export interface UploadTo {
  readonly purpose: string;
  readonly target: string;
}

/** Announces a file by the protocol of resumable uploads (tus); the answer's Location is where its bytes go. */
export function announceUpload(session: Session, { purpose, target }: UploadTo, size: number): Promise<Answer> {
  const metadata = { purpose, target, filename: "扫描件.pdf" };
  return session.call("/api/v1/files/uploads", {
    method: "POST",
    headers: {
      ...version,
      "upload-length": String(size),
      "upload-metadata": Object.entries(metadata)
        .map(([name, value]) => `${name} ${encoded(value)}`)
        .join(","),
    },
  });
}

/** The path of an announced upload. @throws Error when it was refused */
export function pathOfUpload({ status, headers, body }: Answer): string {
  if (status !== 201) throw new Error(`the upload is refused: ${status} ${JSON.stringify(body)}`);
  return new URL(headers.get("location") ?? "", "http://localhost").pathname;
}

/** The id that the file of an upload will have. */
export function fileIdOf(uploadPath: string): string {
  return uploadPath.split("/").at(-1) ?? "";
}

/** Sends bytes of an upload from an offset on. */
export function sendPiece(
  session: Session,
  path: string,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const headers = { ...version, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
  return session.call(path, { method: "PATCH", bytes, headers });
}

/** How many bytes of an upload have come; null where there is no such upload. */
export async function offsetOfUpload(session: Session, path: string): Promise<number | null> {
  const { status, headers } = await session.call(path, { method: "HEAD", headers: version });
  if (status === 404) return null;
  if (status !== 200) throw new Error(`${path} cannot be gone on with: ${status}`);
  return Number(headers.get("upload-offset"));
}

/** Uploads a file in one piece. Its id. @throws Error when it is refused */
export async function upload(
  session: Session,
  purpose: string,
  target: string,
  bytes: Uint8Array<ArrayBuffer> = smallPdf(target),
): Promise<string> {
  const path = pathOfUpload(await announceUpload(session, { purpose, target }, bytes.length));
  const sent = await sendPiece(session, path, 0, bytes);
  if (sent.status !== 204) throw new Error(`the upload is not taken: ${sent.status} ${JSON.stringify(sent.body)}`);
  return fileIdOf(path);
}

/** A PDF of one empty page with its table of objects; `mark` makes it another, `padding` so many bytes longer. */
export function smallPdf(mark: string, padding = 0): Uint8Array<ArrayBuffer> {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
  ];
  let text = `%PDF-1.4\n% ${mark}\n${"% padding\n".repeat(Math.ceil(padding / 10))}`;
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
