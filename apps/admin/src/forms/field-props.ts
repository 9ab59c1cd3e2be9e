import type { Schema } from "./schema.ts";

/** What a field of a form is handed; a page may put its own in the place of one drawn from the description. */
export type FieldProps = {
  readonly name: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly required: boolean;
  /** What the server found wrong, by JSON pointer below this field; its own stands under "". */
  readonly errors: ReadonlyMap<string, string>;
};
