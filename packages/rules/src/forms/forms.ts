import type { Mark } from "../policy/expressions.ts";
import type { CheckDocument, FindingLevel } from "./check-documents.ts";
import type { FieldDocument } from "./fields.ts";
import type { AnnexDocument, DerivationDocument, FormsDocument, ListDocument } from "./schema.ts";

/** A value of a field, normalised: see the field types for the form of each. */
export type FormValue = string | number | boolean | readonly string[];

/** The fields of a section or the columns of a row; null is not given. */
export type FormValues = Readonly<Record<string, FormValue | null>>;

/** The readable content of the annexes, section by section and row by row; what is left out is not given. */
export interface FormData {
  readonly sections: Readonly<Record<string, FormValues>>;
  readonly lists: Readonly<Record<string, readonly FormValues[]>>;
}

/** The days a form is looked at with, all Asia/Shanghai. */
export interface FormContext {
  /** 申报年度: Y of Y−1, Y−2, Y−3. */
  readonly roundYear: number;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** received-on of the dossier, YYYY-MM-DD; null before submission: then today stands in. */
  readonly submissionDate: string | null;
}

/** What a cross-check found. A finding never refuses anything by itself. */
export interface Finding {
  /** X01 … X20. */
  readonly code: string;
  /** Which check of that code, e.g. `served_below_minimum`. */
  readonly check: string;
  readonly level: FindingLevel;
  readonly article: string;
  /** The figures of the message, as people write them. */
  readonly params: Readonly<Record<string, string>>;
  /** JSON pointers into the form data, the first 100. */
  readonly fields: readonly string[];
  readonly message: string;
}

export interface FormField extends FieldDocument {
  /** `name`, else the printed label. */
  readonly name: string;
  readonly article: string;
  readonly mark: Mark;
  /** Filled in from the policy where the document takes them from there. */
  readonly options?: { value: string; label: string }[] | undefined;
}

export interface FormSection {
  readonly id: string;
  /** The annex it is part of; null for the supplement. */
  readonly annex: string | null;
  readonly title: string;
  readonly heading: string | null;
  readonly fields: readonly FormField[];
  readonly fieldsById: ReadonlyMap<string, FormField>;
  /** Screens of the supplement. */
  readonly groups: readonly { readonly id: string; readonly title: string; readonly fields: readonly string[] }[];
}

export interface FormList {
  readonly id: string;
  readonly annex: string;
  readonly title: string;
  readonly heading: string | null;
  readonly columns: readonly FormField[];
  readonly columnsById: ReadonlyMap<string, FormField>;
  readonly document: ListDocument;
}

/** The forms of a policy, with every default filled in and every reference checked. */
export interface Forms {
  readonly document: FormsDocument;
  readonly annexes: readonly AnnexDocument[];
  readonly sections: ReadonlyMap<string, FormSection>;
  readonly lists: ReadonlyMap<string, FormList>;
  readonly checks: readonly CheckDocument[];
  readonly derivations: readonly DerivationDocument[];
}
