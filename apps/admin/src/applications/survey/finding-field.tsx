import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Typography from "@mui/material/Typography";
import { errorsBelow } from "../../forms/errors.ts";
import type { FieldProps } from "../../forms/field-props.ts";
import { bare, labelOf } from "../../forms/schema.ts";
import { SchemaFields } from "../../forms/schema-fields.tsx";
import type { Values } from "../../forms/values.ts";

const articleIsGiven = { article: null };

/** The finding on each article that the policy asks for: the articles stand, and none can be left out. */
export function FindingField({ name, schema, value, onChange, errors, required }: FieldProps) {
  const rows = Array.isArray(value) ? (value as Values[]) : [];
  const error = errors.get("") ?? "";
  return (
    <FormControl component="fieldset" required={required} error={error !== ""} sx={{ display: "block" }}>
      <FormLabel component="legend">{labelOf(name, schema)}</FormLabel>
      {rows.map((row, place) => (
        <Box key={String(row.article)} role="group" aria-label={String(row.article)} sx={{ mb: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{String(row.article)}</Typography>
          <SchemaFields
            schema={bare(schema).items ?? {}}
            values={row}
            onChange={(next) => onChange(rows.map((each, index) => (index === place ? next : each)))}
            errors={errorsBelow(errors, String(place))}
            own={articleIsGiven}
          />
        </Box>
      ))}
      {error === "" ? null : <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
