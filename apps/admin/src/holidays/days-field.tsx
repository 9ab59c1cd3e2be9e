import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import Typography from "@mui/material/Typography";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { createContext, useContext, useState } from "react";
import { errorsBelow } from "../forms/errors.ts";
import type { FieldProps } from "../forms/field-props.ts";
import { bare, labelOf } from "../forms/schema.ts";
import { SchemaFields } from "../forms/schema-fields.tsx";
import type { Values } from "../forms/values.ts";
import { Rows } from "../pages/related.tsx";
import { dayText, weekdayText } from "../texts/days.ts";
import { texts as general } from "../texts/texts.ts";
import { Effects } from "./effects.tsx";
import { Paste } from "./paste.tsx";
import type { Holiday } from "./read-notice.ts";
import { holidaysTexts as texts } from "./texts.ts";

/** The year whose days are being recorded. */
export const RecordedYear = createContext(0);

const inOrder = (days: readonly Holiday[]) => days.toSorted((one, other) => (one.day < other.day ? -1 : 1));

/** The days of a year: read from the notice, corrected one by one, and looked at for what they change. */
export function DaysField({ schema, value, onChange, errors }: FieldProps) {
  const year = useContext(RecordedYear);
  const days = Array.isArray(value) ? (value as readonly Holiday[]) : [];
  const whole = errors.get("");
  return (
    <Box role="group" aria-label={labelOf("days", schema)}>
      <Paste year={year} onRead={(read) => onChange(inOrder(read))} />
      <Typography component="h3" variant="h3" sx={{ my: 1 }}>
        {texts.table}
      </Typography>
      {whole === undefined ? null : <FormHelperText error>{whole}</FormHelperText>}
      {days.length === 0 ? (
        <Typography color="textSecondary">{texts.noDays}</Typography>
      ) : (
        <Box role="region" aria-label={texts.table} tabIndex={0} sx={{ maxHeight: 300, overflow: "auto" }}>
          <Rows
            rows={days.map((each, place) => ({ ...each, id: each.day, place }))}
            columns={[
              { label: texts.festival, cell: ({ name }) => name },
              {
                label: labels.day,
                cell: ({ day, place }) => (
                  <>
                    {dayText(day)} {weekdayText(day)}
                    {[...errorsBelow(errors, String(place)).values()].map((message) => (
                      <FormHelperText error key={message}>
                        {message}
                      </FormHelperText>
                    ))}
                  </>
                ),
              },
              { label: texts.kindOfDay, cell: ({ kind }) => (kind === "off" ? texts.off : texts.working) },
              {
                label: texts.correction,
                cell: ({ day }) => (
                  <Button
                    aria-label={texts.remove(day)}
                    onClick={() => onChange(days.filter((other) => other.day !== day))}
                  >
                    {general.remove}
                  </Button>
                ),
              },
            ]}
          />
        </Box>
      )}
      <OneMore
        schema={bare(schema).items ?? {}}
        onAdd={(day) => onChange(inOrder([...days.filter((other) => other.day !== day.day), day]))}
      />
      <Effects year={year} days={days} />
    </Box>
  );
}

/** One day by hand, by the fields that the description of the act has for it. */
function OneMore({ schema, onAdd }: { schema: FieldProps["schema"]; onAdd: (day: Holiday) => void }) {
  const [values, setValues] = useState<Values>({ kind: "off" });
  const isWhole = ["day", "kind", "name"].every((name) => typeof values[name] === "string" && values[name] !== "");
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(String(values.day ?? ""));
  return (
    <Box component="fieldset" sx={{ my: 2, p: 1.5, border: 1, borderColor: "divider", borderRadius: 1 }}>
      <Typography component="legend" variant="body2">
        {texts.addLead}
      </Typography>
      <SchemaFields schema={schema} values={values} errors={new Map()} onChange={setValues} />
      <Button
        variant="outlined"
        disabled={!isWhole || !isDay}
        sx={{ mt: 1 }}
        onClick={() => {
          onAdd(values as Holiday);
          setValues({ ...values, day: "" });
        }}
      >
        {texts.add}
      </Button>
    </Box>
  );
}
