import type { FieldProps } from "../field-props.ts";
import { bare } from "../schema.ts";
import { NamedField } from "./named-field.tsx";
import { RecordField } from "./record-field.tsx";
import { sources } from "./sources.ts";
import { isNamed } from "./use-names.ts";

/** Whatever a form refers to, chosen by its name: nobody has to know an id. */
export function ReferenceField(props: FieldProps) {
  const { "x-reference": resource } = bare(props.schema);
  if (resource === undefined) throw new Error(`${props.name} refers to nothing`);
  if (isNamed(resource)) return <NamedField {...props} resource={resource} />;
  return <RecordField {...props} resource={resource} source={sources[resource]} />;
}
