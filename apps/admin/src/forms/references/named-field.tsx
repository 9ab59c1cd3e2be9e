import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { texts } from "../../texts/texts.ts";
import type { FieldProps } from "../field-props.ts";
import { frameOf } from "../frame.ts";
import { type NamedResource, useNames } from "./use-names.ts";

/** One of a short list with names, or none where none is needed. */
export function NamedField({ resource, ...props }: FieldProps & { resource: NamedResource }) {
  const { value, onChange, required } = props;
  const names = useNames(resource);
  const id = typeof value === "string" ? value : "";
  return (
    <TextField
      select
      fullWidth
      {...frameOf(props)}
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
