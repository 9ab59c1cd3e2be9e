import { resultsOfAppraisals } from "@shifan/rules";
import { useContext } from "react";
import { Field } from "../../forms/field.tsx";
import type { FieldProps } from "../../forms/field-props.ts";
import { Inspected } from "../checklist-field.tsx";

const ofAppraisals: readonly unknown[] = resultsOfAppraisals;

/** The result: only who is called to an appraisal can stay away from it, or bring falsified papers to it (Art. 13). */
export function ResultField({ schema, ...props }: FieldProps) {
  const inspection = useContext(Inspected);
  const { description: _ofAllKinds, ...plain } = schema;
  const values = (schema.enum ?? []).filter((each) => !ofAppraisals.includes(each));
  const shown = inspection?.kind === "appraisal" ? schema : { ...plain, enum: values };
  return <Field {...props} schema={shown} />;
}
