import type { AnnexDocument, FormData, FormField, FormSection, Forms, FormValues } from "@shifan/rules";
import { heading, paragraph } from "../description/build.ts";
import type { Block, Piece, PrintedDocument, Sheet, Stamp } from "../description/description.ts";
import { coverBlocks } from "./cover.ts";
import { listBlocks } from "./lists.ts";
import { type Filling, narrative, sectionLines, sectionTable } from "./sections.ts";
import { printedValue } from "./values.ts";

/** A part of an annex as printed, so that two states of the data can be compared part by part. */
export interface AnnexPart {
  /** Id of the part in the policy; of a narrative `part.field`. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Parts that share their pages. */
export interface AnnexSheet {
  /** The footer's words for it. */
  readonly title: string;
  readonly parts: readonly AnnexPart[];
}

export interface AnnexOptions {
  /** Null: a blank form to write in by hand. */
  readonly stamp: Stamp | null;
  readonly demonstration: boolean;
  /** YYYY-MM-DD, Asia/Shanghai. */
  readonly madeOn: string;
  /** Draws 盖章处 and 签字处 where a seal and a signature go. */
  readonly placesMarked: boolean;
}

/**
 * An annex of the policy, printed from its data; null: blank, with rows to write in.
 *
 * @throws Error for an annex that the policy does not have
 */
export function annexDocument(
  forms: Forms,
  annexId: string,
  data: FormData | null,
  options: AnnexOptions,
): PrintedDocument {
  const annex = annexOf(forms, annexId);
  const sheets = annexSheets(forms, annex, data, options.placesMarked).map(
    ({ title, parts }): Sheet => ({ title: annex.title, part: title, blocks: parts.flatMap(({ blocks }) => blocks) }),
  );
  const { stamp, demonstration, madeOn } = options;
  return { title: annex.title, sheets, stamp, demonstration, madeOn };
}

/** An annex of a policy by its id. */
export function annexOf(forms: Forms, annexId: string): AnnexDocument {
  const annex = forms.annexes.find(({ id }) => id === annexId);
  if (annex === undefined) throw new Error(`The policy has no annex ${annexId}`);
  return annex;
}

/** The pages of an annex: the cover with the contents, then one sheet for each item of the contents, in the order of print. */
export function annexSheets(
  forms: Forms,
  annex: AnnexDocument,
  data: FormData | null,
  placesMarked: boolean,
): AnnexSheet[] {
  const context = { forms, annex, data, placesMarked };
  const cover = annex.parts.find(({ kind, id }) => kind === "section" && isCover(annex, id));
  const first = cover === undefined ? [] : [coverSheet(context, cover.id)];
  if (annex.contents === null) {
    const rest = annex.parts.filter((part) => part !== cover);
    const opening = cover === undefined ? [paragraph(annex.number), heading(1, annex.title)] : [];
    const parts = rest.flatMap(({ id }) => partsOf(context, id));
    return [...first, { title: "", parts: withOpening(parts, opening) }];
  }
  const items = annex.contents.items.map(({ number, title, parts }): AnnexSheet => {
    const made = parts.flatMap((id) => partsOf(context, id));
    const named = annex.parts.some((part) => part.id === parts[0] && (part.kind === "text" || part.kind === "list"));
    return {
      title: `${number}、${title}`,
      parts: named ? made : withOpening(made, [heading(1, `${number}、${title}`)]),
    };
  });
  return [...first, ...items];
}

interface Context {
  readonly forms: Forms;
  readonly annex: AnnexDocument;
  readonly data: FormData | null;
  readonly placesMarked: boolean;
}

/** The first section of an annex with an imprint is its cover. */
function isCover({ imprint, parts }: AnnexDocument, id: string): boolean {
  return imprint !== null && parts[0]?.id === id;
}

function coverSheet({ forms, annex, data, placesMarked }: Context, id: string): AnnexSheet {
  const section = sectionOf(forms, id);
  const blocks = coverBlocks(forms, annex, section, data?.sections[id] ?? null, placesMarked);
  return { title: "封面", parts: [{ id, title: section.title, blocks }] };
}

function withOpening([first, ...rest]: readonly AnnexPart[], opening: readonly Block[]): AnnexPart[] {
  return first === undefined ? [] : [{ ...first, blocks: [...opening, ...first.blocks] }, ...rest];
}

function partsOf(context: Context, id: string): AnnexPart[] {
  const { forms, annex, data } = context;
  const part = annex.parts.find((each) => each.id === id);
  if (part === undefined) throw new Error(`${annex.id} has no part ${id}`);
  if (part.kind === "text") {
    const block =
      part.role === "title" ? heading(1, part.text) : { ...paragraph(part.text, { indent: true }), large: true };
    return [{ id, title: part.text, blocks: [block] }];
  }
  if (part.kind === "list") {
    if (isInsideLine(annex, id)) return [];
    const list = forms.lists.get(id);
    if (list === undefined) throw new Error(`${annex.id} has no list ${id}`);
    const rows = data === null ? null : (data.lists[id] ?? []);
    const own = isSheetTitle(annex, id);
    const above = own && list.heading !== null ? [heading(1, list.heading)] : [];
    return [{ id, title: list.title, blocks: [...above, ...listBlocks(list, rows, !own)] }];
  }
  const section = sectionOf(forms, id);
  const values = data === null ? null : (data.sections[id] ?? {});
  if (section.fields.every(({ type }) => type === "long_text") && part.lines === undefined && part.heading === null)
    return section.fields.map((field) => narrativePart(context, section, field, values));
  return [{ id, title: section.title, blocks: sectionBlocks(context, section, part.lines, values) }];
}

function sectionBlocks(
  { forms, data, placesMarked }: Context,
  section: FormSection,
  formLines: readonly string[] | undefined,
  values: FormValues | null,
): Block[] {
  const filling: Filling = {
    forms,
    values,
    rowsOf: (list) => (data === null ? null : (data.lists[list] ?? [])),
    placesMarked,
  };
  const long = section.fields.some(({ type }) => type === "long_text");
  if (section.heading === null && formLines !== undefined && !long) return sectionLines(section, formLines, filling);
  const above = section.heading === null ? [] : [heading(2, section.heading)];
  return [...above, ...sectionTable(section, formLines, filling)];
}

function narrativePart(
  { forms, data }: Context,
  section: FormSection,
  field: FormField,
  values: FormValues | null,
): AnnexPart {
  const opening = openingOf(forms, field, data);
  const text = printedValue(field, values?.[field.id]);
  return { id: `${section.id}.${field.id}`, title: field.name, blocks: narrative(field, opening, text) };
}

/** The value with which a narrative opens; boxes to tick while it is not given. */
function openingOf(forms: Forms, { opens_with }: FormField, data: FormData | null): Piece[] {
  const [from = "", id = ""] = opens_with?.split(".") ?? [];
  const source = forms.sections.get(from)?.fieldsById.get(id);
  if (source === undefined) return [];
  const given = printedValue(source, data?.sections[from]?.[id]);
  const boxes = (source.options ?? []).flatMap((option): Piece[] => [{ ticked: false }, ` ${option.label}　`]);
  return [`${source.label}：`, ...(given === "" ? boxes : [given])];
}

/** Whether a list stands inside a line of a section, where it has no place of its own. */
function isInsideLine({ parts }: AnnexDocument, id: string): boolean {
  return parts.some((part) => part.kind === "section" && part.lines?.some((each) => each.includes(`{list:${id}}`)));
}

/** Whether the heading of a list is that of its sheet. */
function isSheetTitle({ contents }: AnnexDocument, id: string): boolean {
  return contents?.items.some(({ parts }) => parts[0] === id) ?? false;
}

function sectionOf(forms: Forms, id: string): FormSection {
  const section = forms.sections.get(id);
  if (section === undefined) throw new Error(`The policy has no section ${id}`);
  return section;
}
