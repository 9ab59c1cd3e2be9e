import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { texts } from "../../texts/texts.ts";
import type { FieldProps } from "../field-props.ts";
import { helpOf, labelOf } from "../schema.ts";
import { type NamedResource, useNames } from "./use-names.ts";

/** One of a short list with names, or none where none is needed. */
export function NamedField({
  name,
  schema,
  value,
  onChange,
  required,
  errors,
  resource,
}: FieldProps & { resource: NamedResource }) {
  const names = useNames(resource);
  const error = errors.get("") ?? null;
  const id = typeof value === "string" ? value : "";
  return (
    <TextField
      select
      fullWidth
      label={labelOf(name, schema)}
      required={required}
      error={error !== null}
      helperText={[error, helpOf(schema)].filter((each) => each !== null).join("；")}
      // While the names are on their way nothing is chosen rather than something without a name.
      value={names.has(id) ? id : ""}
      onChange={(event) => onChange(event.target.value)}
    >
      {required ? null : <MenuItem value="">{texts.none}</MenuItem>}
      {[...names].map(([each, text]) => (
        <MenuItem key={each} value={each}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
