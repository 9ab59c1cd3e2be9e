import type { FieldProps } from "./field-props.ts";
import { helpOf, labelOf } from "./schema.ts";

type Frame = {
  readonly label: string;
  readonly required: boolean;
  readonly error: boolean;
  readonly helperText: string;
};

/**
 * What stands around what is put in, in the same way for every field: what is asked for, whether it must be there, what is wrong with it and what helps.
 *
 * @param more what helps beside what the description says
 */
export function frameOf(
  { name, schema, required, errors }: Pick<FieldProps, "name" | "schema" | "required" | "errors">,
  more: string | null = null,
): Frame {
  const error = errors.get("") ?? null;
  const helperText = [error, helpOf(schema), more].filter((each) => each !== null).join("；");
  return { label: labelOf(name, schema), required, error: error !== null, helperText };
}
