import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Paper from "@mui/material/Paper";
import type { ReactNode } from "react";
import { texts } from "../texts/texts.ts";
import type { FieldProps } from "./field-props.ts";
import { frameOf } from "./frame.ts";
import type { Values } from "./values.ts";

/** Of hundreds of boxes those out of sight are not worked out; they stay in the page, to be searched and printed. */
const drawnInSight = { contentVisibility: "auto", containIntrinsicSize: "auto 200px" } as const;

/** Several of the same: one box for each, added and taken away. */
export function Rows({
  children,
  ...props
}: FieldProps & {
  /** The fields of one row. */
  children: (row: { place: number; values: Values; onChange: (values: Values) => void }) => ReactNode;
}) {
  const { schema, value, onChange } = props;
  const rows = Array.isArray(value) ? (value as Values[]) : [];
  const replace = (place: number, row: Values | null) =>
    onChange(rows.flatMap((each, index) => (index === place ? (row === null ? [] : [row]) : [each])));
  const isFull = rows.length >= (schema.maxItems ?? Number.POSITIVE_INFINITY);
  const { label, required, error, helperText } = frameOf(props);
  return (
    <FormControl component="fieldset" required={required} error={error} sx={{ display: "block" }}>
      <FormLabel component="legend">{label}</FormLabel>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and fields keep nothing but what is in the row
        <Paper key={place} variant="outlined" sx={{ p: 1.5, mb: 1, ...drawnInSight }}>
          {children({ place, values: row, onChange: (next) => replace(place, next) })}
          <Box sx={{ textAlign: "right" }}>
            <Button color="error" onClick={() => replace(place, null)}>
              {texts.remove}
            </Button>
          </Box>
        </Paper>
      ))}
      <Button variant="outlined" disabled={isFull} onClick={() => onChange([...rows, {}])}>
        {texts.add}
      </Button>
      {helperText === "" ? null : <FormHelperText>{helperText}</FormHelperText>}
    </FormControl>
  );
}
