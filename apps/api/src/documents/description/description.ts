/**
 * What a document is before it is a file: made once from the data, drawn by both renderers. Lengths are millimetres. Text is
 * text: nothing in it is ever read as markup.
 */
export interface PrintedDocument {
  /** Name of the whole, for the file's own properties. */
  readonly title: string;
  /** Each begins on a new page and counts its own pages, so that one can be printed again without the others. */
  readonly sheets: readonly Sheet[];
  /** Null: a blank paper that belongs to no record. */
  readonly stamp: Stamp | null;
  /** Whether every page says 演示数据，不具效力. */
  readonly demonstration: boolean;
  /** YYYY-MM-DD, Asia/Shanghai: the day written into the file's properties; the file has no other date. */
  readonly madeOn: string;
}

/** Ties a printed page to the data it was made from. */
export interface Stamp {
  /** 数据版本. */
  readonly dataVersion: number;
  /** 校验短码, see `shortCode`. */
  readonly shortCode: string;
}

export interface Sheet {
  /** The document's name in the footer. */
  readonly title: string;
  /** The part of the document, in the footer; empty for a document of one part. */
  readonly part: string;
  readonly blocks: readonly Block[];
}

export type Block = Cover | Heading | Paragraph | Table | Gap | Together | Certificate;

/** A title page. */
export interface Cover {
  readonly kind: "cover";
  /** Printed in the corner, such as 附件2. */
  readonly corner: string;
  /** The title, line by line. */
  readonly title: readonly string[];
  readonly entries: readonly Entry[];
  /** 落款; empty where there is none. */
  readonly imprint: string;
}

/** A label with a line to write on, and where a seal or a signature goes the place for it. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  readonly place: Place | null;
}

/** 盖章处, 签字处. */
export type Place = "seal" | "signature";

export interface Heading {
  readonly kind: "heading";
  /** 1: title of a form, centred; 2: of a section; 3: of a paragraph. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly line: Line;
  /** Set like a letter rather than like a report. */
  readonly large: boolean;
}

/** Blocks that stay on one page; together they must be lower than a page. */
export interface Together {
  readonly kind: "together";
  readonly blocks: readonly Block[];
}

/** Room that stays empty. */
export interface Gap {
  readonly kind: "gap";
  readonly height: number;
}

export interface Table {
  readonly kind: "table";
  /** Relative widths; together the width of the text. */
  readonly columns: readonly number[];
  /** Printed again on each page; empty where the table has no head. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** At least. */
  readonly height: number;
  /** Never cut by the end of a page. False for a row that may be higher than a page. */
  readonly whole: boolean;
}

export interface Cell {
  readonly lines: readonly Line[];
  /** How many columns it covers. */
  readonly columns: number;
  /** A head over several columns: their own heads below it, one a column; else none. */
  readonly divided: readonly string[];
  /** Printed words of the form, as against what was filled in. */
  readonly printed: boolean;
  /** At the top rather than in the middle. */
  readonly top: boolean;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly align: "left" | "center" | "right";
  /** Two characters at the beginning. */
  readonly indent: boolean;
  readonly place: Place | null;
}

/** A box to tick is drawn, never a character: many fonts have no ☐, and then an empty box looks ticked. */
export type Piece = string | { readonly ticked: boolean } | Blank;

/** A line to write on with what was written on it; empty it is `width` characters long. */
export interface Blank {
  readonly blank: string;
  readonly width: number;
}

/** A page of its own across, with a frame around it; in the PDF alone, as nobody edits a certificate. */
export interface Certificate {
  readonly kind: "certificate";
  /** What the title is called. */
  readonly title: string;
  readonly number: string;
  readonly organization: string;
  readonly statement: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly issuer: string;
  readonly day: string;
  /** The rows of a QR code, "1" for a dark module. */
  readonly code: readonly string[];
  readonly codeNote: readonly string[];
}
