import { inspectCompound } from "./compound.ts";
import { type Finding, notAccepted, unsafe } from "./finding.ts";
import { inspectArchive } from "./office.ts";
import { inspectPdf } from "./pdf.ts";
import { holdsMarkup, readSignature, signatureBytes } from "./signatures.ts";
import { type Source, withSource } from "./source.ts";
import { type Survey, surveyFile } from "./survey.ts";
import { findDirectory } from "./zip.ts";

const twoFacedText = "文件里还藏着另一种内容，没有接收。请用原来的软件另存或重新扫描一份再上传。";

/** Reads a whole file and says what it is, by its content alone. */
export async function inspectFile(path: string): Promise<{ sha256: string; finding: Finding }> {
  const survey = await surveyFile(path);
  return { sha256: survey.sha256, finding: await withSource(path, (source) => inspect(source, survey)) };
}

async function inspect(source: Source, { holdsArchive, encryptionMarks }: Survey): Promise<Finding> {
  const head = await source.read(0, signatureBytes);
  const signature = readSignature(head);
  if (signature.kind === "other") return notAccepted(signature.found);
  // A file of two kinds at once shows each reader another face; none of ours comes like that.
  if (holdsMarkup(head)) return unsafe(twoFacedText);
  if (signature.kind === "zip") return inspectArchive(source);
  if (holdsArchive || (await findDirectory(source)) !== null) return unsafe(twoFacedText);
  if (signature.kind === "pdf") return inspectPdf(source, encryptionMarks);
  if (signature.kind === "compound") return inspectCompound(source);
  return { ok: true, mediaType: signature.mediaType };
}
