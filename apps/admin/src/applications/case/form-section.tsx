import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import { shownValue } from "./shown-value.ts";

const wide: ReadonlySet<string> = new Set(["long_text"]);

/** The fields of a section with their values, two beside each other. */
export function FormSection({
  fields,
  values,
}: {
  fields: FormPart["fields"];
  values: Readonly<Record<string, unknown>>;
}) {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", columnGap: 3, rowGap: 0.5 }}
    >
      {fields.map((field) => (
        <Box
          key={field.id}
          sx={{
            display: "flex",
            gap: 1,
            borderBottom: 1,
            borderColor: "divider",
            py: 0.5,
            ...(wide.has(field.type) ? { gridColumn: "1 / -1", display: "block" } : {}),
          }}
        >
          <Typography component="dt" variant="body2" color="textSecondary" sx={{ width: 180, flexShrink: 0 }}>
            {field.name}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {shownValue(field, values[field.id])}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
