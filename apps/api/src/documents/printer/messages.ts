import type { PrintFormat } from "./render.ts";

/** From the server to the process that prints. The document travels as text: that is far quicker to copy than its objects. */
export interface PrintOrder {
  readonly document: string;
  readonly format: PrintFormat;
}

export type PrintAnswer =
  | { readonly file: Uint8Array; readonly residentBytes: number }
  | { readonly problem: string; readonly residentBytes: number };
