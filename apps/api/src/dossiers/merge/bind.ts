import { readFile } from "node:fs/promises";
import { PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import type { Part } from "./messages.ts";
import { addOutline, type OutlineEntry } from "./outline.ts";

/** A4 in points, and the white around an image. */
const sheet = { width: 595.28, height: 841.89, margin: 28 };

/** A dossier while it is bound: the parts whose pages have been taken over, in order. */
export class Binding {
  private readonly document: PDFDocument;
  private readonly taken: { readonly part: Part; readonly pages: readonly PDFPage[] }[] = [];

  private constructor(document: PDFDocument) {
    this.document = document;
  }

  static async open(): Promise<Binding> {
    return new Binding(await PDFDocument.create({ updateMetadata: false }));
  }

  /** Takes over the pages of a part. @returns how many; null for what cannot be read: nobody's scan may stop the others */
  async take(part: Part): Promise<number | null> {
    try {
      const source = await load(part);
      const pages = source === null ? [] : await this.document.copyPages(source, source.getPageIndices());
      if (pages.length === 0) return null;
      this.taken.push({ part, pages });
      return pages.length;
    } catch {
      return null;
    }
  }

  /** Puts the front sheets before the parts, with bookmarks by group. @returns the bytes, and how many pages */
  async bind(
    front: Uint8Array,
    { frontTitle, title, day }: { frontTitle: string; title: string; day: string },
  ): Promise<{ bytes: Uint8Array; pages: number }> {
    const { document } = this;
    const madeAt = new Date(`${day}T12:00:00+08:00`);
    document.setTitle(title);
    document.setCreationDate(madeAt);
    document.setModificationDate(madeAt);
    const source = await PDFDocument.load(front, { updateMetadata: false });
    const sheets = await document.copyPages(source, source.getPageIndices());
    const outline: OutlineEntry[] = [];
    for (const { group, title: file, pages } of [{ group: frontTitle, title: "", pages: sheets }, ...this.groups()]) {
      for (const page of pages) document.addPage(page);
      const [page] = pages;
      if (page === undefined) continue;
      const last = outline.at(-1);
      const entry = last?.title === group ? last : { title: group, page, below: [] };
      if (entry !== last) outline.push(entry);
      if (file !== "") entry.below.push({ title: file, page, below: [] });
    }
    addOutline(document, outline);
    // Object streams would be smaller, but hold all of it in memory once more.
    return { bytes: await document.save({ useObjectStreams: false }), pages: document.getPageCount() };
  }

  private groups() {
    return this.taken.map(({ part: { group, title }, pages }) => ({ group, title, pages }));
  }
}

/** How many pages a PDF of ours has. */
export async function countPages(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}

/** A PDF as it is, an image as a PDF of one page; null for other kinds. */
async function load({ path, mediaType }: Part): Promise<PDFDocument | null> {
  const bytes = await readFile(path);
  // Some that forbid printing or copying are encrypted with an empty password: everybody may open those.
  if (mediaType === "application/pdf") return PDFDocument.load(bytes, { password: "", updateMetadata: false });
  return mediaType === "image/jpeg" || mediaType === "image/png" ? pageOfImage(bytes, mediaType) : null;
}

async function pageOfImage(bytes: Uint8Array, mediaType: string): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const image = mediaType === "image/png" ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const isWide = image.width > image.height;
  const [width, height] = isWide ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  const scale = Math.min((width - 2 * sheet.margin) / image.width, (height - 2 * sheet.margin) / image.height);
  const page = document.addPage([width, height]);
  const size = { width: image.width * scale, height: image.height * scale };
  page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size });
  // Written out now: pages can be taken over only from what has been embedded.
  await document.flush();
  return document;
}
