import { createHash } from "node:crypto";
import type { Draw } from "../../random.ts";
import { announceUpload, fileIdOf, offsetOfUpload, pathOfUpload, sendPiece, smallPdf } from "../../uploads.ts";
import type { Case } from "./case.ts";
import { kept } from "./kept.ts";
import type { Line } from "./line.ts";

/** How far an upload has come; once all of it has, the hash of what is given back. */
export interface Progress {
  readonly offset: number;
  readonly sha256: string | null;
}

const hashOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/**
 * Uploads a file in two pieces, and goes on where it was cut off: no acknowledged byte is sent again. What was announced without an answer is
 * announced anew. The file's id.
 */
export async function uploadFile(
  line: Line,
  of: Case,
  to: { purpose: string; target: string },
  draw: Draw,
): Promise<string> {
  const { applicant } = of.workers;
  const bytes = smallPdf(`${to.target} ${draw(1_000_000_000)}`, draw(200_000));
  const size = bytes.length;
  const path = pathOfUpload(await line.ask(() => announceUpload(applicant, to, size)));
  const id = fileIdOf(path);
  const look = async (): Promise<Progress> => {
    const offset = await offsetOfUpload(applicant, path);
    if (offset === null) return { offset: -1, sha256: null };
    if (offset < size) return { offset, sha256: null };
    const { status, body } = await applicant.call(`/api/v1/files/${id}/content`);
    return { offset, sha256: status === 200 ? hashOf(String(body)) : `status ${status}` };
  };
  const upload = kept<Progress>(`the upload ${path}`, { offset: 0, sha256: null }, look);
  of.uploads.push(upload);
  const whole: Progress = { offset: size, sha256: hashOf(bytes) };
  const middle = 1 + draw(size - 1);
  for (let { offset } = upload.value; offset < size; { offset } = upload.value) {
    const end = offset < middle ? middle : size;
    const to = end === size ? whole : { offset: end, sha256: null };
    await line.change(upload, {
      send: () => sendPiece(applicant, path, offset, bytes.slice(offset, end)),
      to,
      // A part of the piece may have come: it is gone on with behind it.
      fits: (seen) =>
        seen.offset > offset && seen.offset <= end && seen.sha256 === (seen.offset === size ? whole.sha256 : null),
    });
  }
  return id;
}
