import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { encryptedPdf, encryptionSamples } from "../../../testing/encrypted-pdfs.ts";
import { inspectFile } from "./inspect.ts";

const folder = mkdtempSync(join(tmpdir(), "shifan-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inspect(content: Buffer) {
  const path = join(folder, "content");
  writeFileSync(path, content);
  return (await inspectFile(path)).finding;
}

const taken = { ok: true, mediaType: "application/pdf" };
const refused = { ok: false, code: "file_encrypted" };

/** The same strings, literal instead of in hexadecimal, with every way to escape a character. */
function literal(text: string): string {
  return text.replaceAll(/<([0-9a-f]{20,})>/gi, (_, hex: string) => {
    const characters = [...Buffer.from(hex, "hex")].map((byte, index) => {
      const character = String.fromCharCode(byte);
      if (character === "\n") return "\\n";
      if (character === "\r") return "\\r";
      if ("()\\".includes(character)) return `\\${character}`;
      return index % 5 === 0
        ? `\\${byte.toString(8).padStart(3, "0")}`
        : index % 7 === 0
          ? `\\\r\n${character}`
          : character;
    });
    return `(${characters.join("")})`;
  });
}

describe.each(encryptionSamples)("an encrypted PDF of $title, opens without a password: $opens", (sample) => {
  const expected = sample.opens ? taken : refused;

  it("is taken only when it opens", async () => {
    expect(await inspect(encryptedPdf(sample))).toEqual(expected);
  });

  it("is read as well when its strings are literal", async () => {
    const { id, dictionary } = sample;
    expect(await inspect(encryptedPdf({ id: literal(id), dictionary: literal(dictionary) }))).toEqual(expected);
  });
});

describe("an encrypted PDF", () => {
  const [sample] = encryptionSamples;

  it("of another kind than passwords is refused", async () => {
    const dictionary = sample.dictionary.replace("/Standard", "/Adobe.PubSec");
    expect(await inspect(encryptedPdf({ ...sample, dictionary }))).toEqual(refused);
  });

  it("whose dictionary is not to be found is refused", async () => {
    const content = encryptedPdf(sample).toString("latin1").replace("\n5 0 obj", "\n6 0 obj");
    expect(await inspect(Buffer.from(content, "latin1"))).toEqual(refused);
  });

  it("is read by its last dictionary, not by an older one and not by one whose number only ends alike", async () => {
    const [head = "", tail = ""] = encryptedPdf(sample).toString("latin1").split("trailer");
    const others = `${head.replace("%PDF-1.7\n", "").replaceAll("5 0 obj\n<<", "25 0 obj\n<<")}`;
    const older = head.replace(/\/U <[0-9a-f]+>/i, `/U <${"0".repeat(64)}>`);
    const content = `${older}${head.replace("%PDF-1.7\n", "")}${others.replace(/\/U <[0-9a-f]+>/i, "/U <00>")}trailer${tail}`;
    expect(await inspect(Buffer.from(content, "latin1"))).toEqual(taken);
  });
});
