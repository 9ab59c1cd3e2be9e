import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import type { ApplicationSummary } from "@shifan/contract";
import { errorsBelow } from "../forms/errors.ts";
import type { FieldProps } from "../forms/field-props.ts";
import { bare, labelOf } from "../forms/schema.ts";
import { SchemaFields } from "../forms/schema-fields.tsx";
import type { Values } from "../forms/values.ts";
import { RecordLink } from "../pages/record-link.tsx";
import { recommendationTexts as texts } from "./texts.ts";
import { useSurveyedCases } from "./use-surveyed-cases.ts";

const known = { id: null, revision: null };

/** The cases of a letter: ticked, ranked, each with its opinion. A case just ticked comes last. */
export function RankedCases({ name, schema, value, onChange, errors, required }: FieldProps) {
  const { data: cases = [] } = useSurveyedCases();
  const rows = Array.isArray(value) ? (value as Values[]) : [];
  const error = errors.get("") ?? "";
  const placeOf = ({ id }: ApplicationSummary) => rows.findIndex((row) => row.id === id);
  const toggle = (each: ApplicationSummary) => {
    if (placeOf(each) >= 0) return onChange(rows.filter((row) => row.id !== each.id));
    const rank = Math.max(0, ...rows.map((row) => Number(row.rank)).filter(Number.isFinite)) + 1;
    onChange([...rows, { id: each.id, revision: each.revision, rank }]);
  };
  return (
    <FormControl component="fieldset" required={required} error={error !== ""} sx={{ display: "block" }}>
      <FormLabel component="legend">
        {labelOf(name, schema)}（{texts.chosen(rows.length)}）
      </FormLabel>
      {cases.map((each) => {
        const place = placeOf(each);
        const row = rows[place];
        const own = errorsBelow(errors, String(place));
        return (
          <Box
            key={each.id}
            role="group"
            aria-label={each.organizationName}
            sx={{ borderBottom: 1, borderColor: "divider", py: 0.5 }}
          >
            <Checkbox
              size="small"
              checked={row !== undefined}
              onChange={() => toggle(each)}
              slotProps={{ input: { "aria-label": texts.choose(each.organizationName) } }}
            />
            <RecordLink resource="applications" id={each.id}>
              {each.organizationName}
            </RecordLink>
            {row === undefined ? null : (
              <Box sx={{ pl: 5, pb: 1 }}>
                <SchemaFields
                  schema={bare(schema).items ?? {}}
                  values={row}
                  onChange={(next) => onChange(rows.map((other) => (other.id === each.id ? next : other)))}
                  errors={own}
                  own={known}
                />
                {own.has("") ? <FormHelperText error>{own.get("")}</FormHelperText> : null}
              </Box>
            )}
          </Box>
        );
      })}
      {error === "" ? null : <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
