import { readFile } from "node:fs/promises";
import { PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import type { Part } from "./messages.ts";
import { addOutline, type OutlineEntry } from "./outline.ts";

/** A part that is loaded; null where its content cannot be bound. */
export type Loaded = PDFDocument | null;

/** A4 in points, and the white around an image. */
const sheet = { width: 595.28, height: 841.89, margin: 28 };

/** Loads a part: a PDF as it is, an image as a PDF of one page. What does not load is null: nobody's scan may stop the others. */
export async function loadPart({ path, mediaType }: Part): Promise<Loaded> {
  try {
    const bytes = await readFile(path);
    // Some that forbid printing or copying are encrypted with an empty password: everybody may open those.
    if (mediaType === "application/pdf") return await PDFDocument.load(bytes, { password: "", updateMetadata: false });
    if (mediaType === "image/jpeg" || mediaType === "image/png") return await pageOfImage(bytes, mediaType);
    return null;
  } catch {
    return null;
  }
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
  return document;
}

/** Binds the front sheets and the parts in their order, with bookmarks by group. @returns the bytes, and how many pages */
export async function bind(
  front: Uint8Array,
  parts: readonly Part[],
  loaded: readonly Loaded[],
  { frontTitle, title, day }: { frontTitle: string; title: string; day: string },
): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const madeAt = new Date(`${day}T12:00:00+08:00`);
  document.setTitle(title);
  document.setCreationDate(madeAt);
  document.setModificationDate(madeAt);
  const outline: OutlineEntry[] = [];
  const append = async (source: PDFDocument): Promise<PDFPage | null> => {
    const copied = await document.copyPages(source, source.getPageIndices());
    for (const page of copied) document.addPage(page);
    return copied[0] ?? null;
  };
  const first = await append(await PDFDocument.load(front, { updateMetadata: false }));
  if (first !== null) outline.push({ title: frontTitle, page: first, below: [] });
  for (const [at, part] of parts.entries()) {
    const source = loaded[at] ?? null;
    const page = source === null ? null : await append(source);
    if (page === null) continue;
    const last = outline.at(-1);
    const group = last?.title === part.group ? last : { title: part.group, page, below: [] };
    if (group !== last) outline.push(group);
    if (part.title !== "") group.below.push({ title: part.title, page, below: [] });
  }
  addOutline(document, outline);
  // Object streams would be smaller, but hold all of it in memory once more.
  return { bytes: await document.save({ useObjectStreams: false }), pages: document.getPageCount() };
}
