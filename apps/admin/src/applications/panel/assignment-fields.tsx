import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import type { ActFormAdditions } from "../../acts/act-form.tsx";
import type { FieldProps } from "../../forms/field-props.ts";
import { helpOf, labelOf } from "../../forms/schema.ts";
import { panelTexts as texts } from "./texts.ts";
import { usePool } from "./use-pool.ts";

type Option = { readonly id: string; readonly label: string };

function SeveralOf({ options, ...props }: FieldProps & { options: readonly Option[] }) {
  const { name, schema, value, onChange, required, errors } = props;
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const error = errors.values().next().value ?? null;
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect
      options={options}
      value={options.filter(({ id }) => chosen.includes(id))}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_, next) => onChange(next.map(({ id }) => id))}
      noOptionsText={texts.noOneFound}
      renderInput={(params) => (
        <TextField
          {...params}
          label={labelOf(name, schema)}
          required={required}
          error={error !== null}
          helperText={error ?? helpOf(schema) ?? texts.pool}
        />
      )}
    />
  );
}

/** Experts of the pool, by name, employer and fields. */
function ExpertsField(props: FieldProps) {
  const options = usePool()
    .filter(({ state }) => state === "active")
    .map(({ id, name, employer, fields }) => ({ id, label: `${name}（${employer}；${fields.join("、")}）` }));
  return <SeveralOf {...props} options={options} />;
}

/** The fields that somebody in the pool is at home in. */
function FieldsField(props: FieldProps) {
  const known = new Set(usePool().flatMap(({ state, fields }) => (state === "active" ? fields : [])));
  return <SeveralOf {...props} options={[...known].map((field) => ({ id: field, label: field }))} />;
}

/** How experts are assigned: by draw, from fields of the pool, or by choice, from its people. */
export const assignmentAdditions: Readonly<Record<string, ActFormAdditions>> = {
  "assign-experts": { own: { expertIds: ExpertsField, fields: FieldsField } },
};
