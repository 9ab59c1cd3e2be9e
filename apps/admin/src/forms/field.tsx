import Autocomplete from "@mui/material/Autocomplete";
import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import MenuItem from "@mui/material/MenuItem";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import { DayField } from "./day/day-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { frameOf } from "./frame.ts";
import { ReferenceField } from "./references/reference-field.tsx";
import { bare, helpOf, kindOf, optionsOf } from "./schema.ts";

const radiosUpTo = 5;

/** One field, drawn from its description. */
export function Field(props: FieldProps): ReactNode {
  const { schema, value, onChange, required, errors } = props;
  const plain = bare(schema);
  const frame = frameOf(props);
  const { label, helperText: below } = frame;
  const error = errors.get("") ?? null;
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const shared = { ...frame, fullWidth: true } as const;

  switch (kindOf(plain)) {
    case "day":
      return <DayField {...{ label, required, error, onChange }} help={helpOf(schema)} value={text} />;
    case "text":
      return <TextField {...shared} value={text} onChange={(event) => onChange(event.target.value)} />;
    case "long_text":
      return (
        <TextField
          {...shared}
          multiline
          minRows={3}
          maxRows={14}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "whole_number":
    case "number":
      return (
        <TextField
          {...shared}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ htmlInput: { inputMode: "decimal" } }}
        />
      );
    case "reference":
      return <ReferenceField {...props} />;
    case "yes_no":
      return (
        <FormControl error={error !== null}>
          <FormControlLabel
            control={<Checkbox checked={value === true} onChange={(_, checked) => onChange(checked)} />}
            label={label}
          />
          {below === "" ? null : <FormHelperText>{below}</FormHelperText>}
        </FormControl>
      );
    case "choice":
      return <Choice {...{ label, required, error, below, onChange }} options={optionsOf(plain)} value={text} />;
    case "several_choices":
      return (
        <Choices
          {...{ label, required, error, below, onChange }}
          options={optionsOf(plain.items ?? {})}
          value={value}
        />
      );
    case "texts":
      return (
        <Autocomplete
          multiple
          freeSolo
          options={[]}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(_, next) => onChange(next)}
          renderInput={(input) => <TextField {...input} {...shared} />}
        />
      );
    // Fields in fields, and files, are put together by their form.
    case "rows":
    case "files":
    case "group":
    case "other":
      return null;
  }
}

type ChoiceProps = {
  label: string;
  required: boolean;
  error: string | null;
  below: string;
  options: readonly { value: string; label: string }[];
};

function Choice({
  label,
  required,
  error,
  below,
  options,
  value,
  onChange,
}: ChoiceProps & { value: string; onChange: (value: string) => void }) {
  if (options.length > radiosUpTo) {
    return (
      <TextField
        select
        fullWidth
        {...{ label, required }}
        error={error !== null}
        helperText={below}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.label}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <FormControl component="fieldset" required={required} error={error !== null}>
      <FormLabel component="legend">{label}</FormLabel>
      <RadioGroup row value={value} onChange={(_, next) => onChange(next)}>
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            label={option.label}
            control={<Radio size="small" />}
          />
        ))}
      </RadioGroup>
      {below === "" ? null : <FormHelperText>{below}</FormHelperText>}
    </FormControl>
  );
}

function Choices({
  label,
  required,
  error,
  below,
  options,
  value,
  onChange,
}: ChoiceProps & { value: unknown; onChange: (value: readonly string[]) => void }) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (each: string, checked: boolean) =>
    onChange(checked ? [...chosen, each] : chosen.filter((other) => other !== each));
  return (
    <FormControl component="fieldset" required={required} error={error !== null}>
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup row>
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            label={option.label}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(option.value)}
                onChange={(_, checked) => toggle(option.value, checked)}
              />
            }
          />
        ))}
      </FormGroup>
      {below === "" ? null : <FormHelperText>{below}</FormHelperText>}
    </FormControl>
  );
}
