import { createContext } from "react";
import type { Values } from "./values.ts";

/** What a field may know of the form that it stands in. */
export type FormSubject = {
  /** The record in the address of the act; null where one is made. */
  readonly recordId: string | null;
  readonly values: Values;
  /** Keeps the form from being sent while a field is not ready; the second gives up what the field has brought to the server. */
  readonly hold: (name: string, held: { readonly isHeld: boolean; readonly giveUp: () => void }) => void;
};

export const FormSubjectContext = createContext<FormSubject>({ recordId: null, values: {}, hold: () => undefined });
