import FormControl from "@mui/material/FormControl";
import FormLabel from "@mui/material/FormLabel";
import Stack from "@mui/material/Stack";
import { type ComponentType, lazy, Suspense } from "react";
import { Loading } from "../states/loading.tsx";
import { errorsBelow } from "./errors.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field-props.ts";
import { Rows } from "./rows.tsx";
import { alternativesOf, bare, kindOf, labelOf, optionsOf, type Schema } from "./schema.ts";
import { type Values, withValue } from "./values.ts";

/** Few forms take files: what uploads them is fetched with the first that does. */
const FileField = lazy(() => import("./file-field.tsx").then((each) => ({ default: each.FileField })));

/** Fields of a page's own, by name; null hides one that the page fills in itself. */
export type OwnFields = Readonly<Record<string, ComponentType<FieldProps> | null>>;

const noOwnFields: OwnFields = {};

/** The fields of a description, one below the other. */
export function SchemaFields({
  schema,
  values,
  onChange,
  errors,
  own = noOwnFields,
}: {
  schema: Schema;
  values: Values;
  onChange: (values: Values) => void;
  errors: ReadonlyMap<string, string>;
  own?: OwnFields;
}) {
  const alternatives = alternativesOf(schema);
  const chosen = alternatives === null ? undefined : String(values[alternatives.name] ?? "");
  const branch = alternatives === null ? schema : alternatives.branches.get(chosen ?? "");
  const discriminator = alternatives === null ? null : discriminatorOf(schema, alternatives);
  const fields = Object.entries(branch?.properties ?? {}).filter(([name]) => name !== alternatives?.name);
  const change = (name: string) => (value: unknown) => onChange(withValue(values, name, value));
  return (
    <Stack spacing={1.5} sx={{ pt: 1 }}>
      {alternatives === null || discriminator === null ? null : (
        <Field
          name={alternatives.name}
          schema={discriminator}
          value={chosen}
          onChange={(value) => onChange(withValue(values, alternatives.name, typed(value)))}
          required
          errors={errorsBelow(errors, alternatives.name)}
        />
      )}
      {fields.map(([name, each]) => {
        const Own = own[name];
        if (Own === null) return null;
        const Shown = Own ?? Nested;
        return (
          <Shown
            key={name}
            name={name}
            schema={each}
            value={values[name]}
            onChange={change(name)}
            required={branch?.required?.includes(name) ?? false}
            errors={errorsBelow(errors, name)}
          />
        );
      })}
    </Stack>
  );
}

/** One field, or the fields that a field is made of. */
function Nested(props: FieldProps) {
  const { name, schema, value, onChange, errors } = props;
  const plain = bare(schema);
  switch (kindOf(plain)) {
    case "files":
      return (
        <Suspense fallback={<Loading lines={1} />}>
          <FileField {...props} />
        </Suspense>
      );
    case "rows":
      return (
        <Rows {...props} schema={plain}>
          {({ place, values, onChange: change }) => (
            <SchemaFields
              schema={plain.items ?? {}}
              values={values}
              onChange={change}
              errors={errorsBelow(errors, String(place))}
            />
          )}
        </Rows>
      );
    case "group":
      return (
        <FormControl component="fieldset" sx={{ display: "block" }}>
          <FormLabel component="legend">{labelOf(name, schema)}</FormLabel>
          <SchemaFields schema={plain} values={(value ?? {}) as Values} onChange={onChange} errors={errors} />
        </FormControl>
      );
    default:
      return <Field {...props} />;
  }
}

/** The question that chooses between alternatives: what each is called stands with its own branch. */
function discriminatorOf(
  schema: Schema,
  { name, branches }: { name: string; branches: ReadonlyMap<string, Schema> },
): Schema {
  const each = [...branches.values()].map((branch) => branch.properties?.[name] ?? {});
  const labels = Object.fromEntries(
    each.flatMap((property) => optionsOf(property).map(({ value, label }) => [value, label])),
  );
  const title = each.find((property) => property.title !== undefined)?.title ?? schema.title ?? schema.description;
  return { type: "string", enum: [...branches.keys()], "x-labels": labels, ...(title === undefined ? {} : { title }) };
}

/** Alternatives are told apart by a text or by yes and no. */
function typed(value: unknown): unknown {
  return value === "true" ? true : value === "false" ? false : value;
}
