import type { ApplicationFindings } from "@shifan/contract";
import { useParams } from "react-router";
import type { ActFormAdditions } from "../../acts/act-form.tsx";
import { errorsBelow } from "../../forms/errors.ts";
import { Field } from "../../forms/field.tsx";
import type { FieldProps } from "../../forms/field-props.ts";
import { Rows } from "../../forms/rows.tsx";
import { bare } from "../../forms/schema.ts";
import { type OwnFields, SchemaFields } from "../../forms/schema-fields.tsx";
import { applicationTexts as texts } from "../texts.ts";
import { PlaceInFormField } from "./place-in-form-field.tsx";
import { usePart } from "./use-part.ts";

type Material = ApplicationFindings["materials"][number];

/** A choice between values that the description does not name, with the description's own words around it. */
export function ChoiceOf({ choices, ...props }: FieldProps & { choices: readonly (readonly [string, string])[] }) {
  const { title, description } = bare(props.schema);
  const words = { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
  const schema = { ...words, type: "string", enum: choices.map(([id]) => id), "x-labels": Object.fromEntries(choices) };
  return <Field {...props} schema={schema} />;
}

/** One of the materials of the case that is open, or none of them. */
function MaterialField(props: FieldProps) {
  const { id = "" } = useParams();
  const { data } = usePart<ApplicationFindings>(decodeURIComponent(id), "findings");
  const materials = (data?.materials ?? []).filter(({ status }) => status !== "not_applicable");
  const choices = materials.map((material) => [material.id, `${material.id} ${material.title}`] as const);
  return <ChoiceOf {...props} choices={[["", texts.noMaterial], ...choices]} />;
}

const fieldsOfDefect: OwnFields = { material: MaterialField, field: PlaceInFormField };

/** What a return asks for, each with the material that it is about. */
function DefectsField(props: FieldProps) {
  const plain = bare(props.schema);
  return (
    <Rows {...props} schema={plain}>
      {({ place, values, onChange }) => (
        <SchemaFields
          schema={plain.items ?? {}}
          values={values}
          onChange={onChange}
          errors={errorsBelow(props.errors, String(place))}
          own={fieldsOfDefect}
        />
      )}
    </Rows>
  );
}

/** What the officer has found wrong so far, as the beginning of a return. */
export function defectsOf(materials: readonly Material[]): readonly { material: string; text: string }[] {
  return materials
    .filter(({ verdict }) => verdict === "defective")
    .map(({ id, verdictReason }) => ({ material: id, text: verdictReason ?? "" }));
}

/** The application's acts whose forms know more than their descriptions do. */
export function additionsOf(materials: readonly Material[]): Readonly<Record<string, ActFormAdditions>> {
  const defects = defectsOf(materials);
  return {
    return: { known: defects.length === 0 ? {} : { defects }, own: { defects: DefectsField } },
  };
}
