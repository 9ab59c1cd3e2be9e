import FormControl from "@mui/material/FormControl";
import FormLabel from "@mui/material/FormLabel";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import type { Package } from "@shifan/contract";
import { createContext, useContext } from "react";
import type { FieldProps } from "../forms/field-props.ts";
import { labelOf } from "../forms/schema.ts";
import { packagesTexts as texts } from "./texts.ts";

/** What is missing of the package whose form is open. */
export const MissingContext = createContext<Package["missing"]>([]);

/** The reasons of a package as a field of its form: a line for each thing that is missing. */
export function ReasonsField({ name, schema, value, onChange, errors }: FieldProps) {
  const missing = useContext(MissingContext);
  const reasons = (value ?? {}) as Readonly<Record<string, string>>;
  return (
    <FormControl component="fieldset" sx={{ display: "grid", gap: 1.5 }}>
      <FormLabel component="legend" sx={{ mb: 1 }}>
        {labelOf(name, schema)}
      </FormLabel>
      {missing.length === 0 ? <Typography color="textSecondary">{texts.nothingMissing}</Typography> : null}
      {missing.map(({ obligationId, name: what }) => (
        <TextField
          key={obligationId}
          fullWidth
          multiline
          label={what}
          value={reasons[obligationId] ?? ""}
          onChange={(event) => onChange({ ...reasons, [obligationId]: event.target.value })}
          error={errors.has(`/${obligationId}`)}
          helperText={errors.get(`/${obligationId}`)}
        />
      ))}
    </FormControl>
  );
}
