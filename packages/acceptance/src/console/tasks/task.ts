import type { Office } from "./office.ts";

/** What goes into a field of a form: text, an option of a list to open, one of the choices that are shown, or a tick. */
export type Filled = string | { readonly choose: string | RegExp } | { readonly pick: string | RegExp } | true;

/** One act that somebody in office does through its drawn form. What it needs it makes, or finds as a task before it has left it. */
export interface Task {
  /** As the access table has it: "experts.retire". */
  readonly act: string;
  /** The mailbox in the demonstration. */
  readonly by: "city" | "city2" | "district" | "district2" | "admin";
  /** Makes the act possible. @returns the path of the record in the API, or of the list on which one is made */
  readonly at: (office: Office) => Promise<string> | string;
  /** The button that opens the form, where it is not called as the act is. */
  readonly button?: string;
  /** What is filled in, by label. */
  readonly fields?: Readonly<Record<string, Filled>>;
}
