import Button from "@mui/material/Button";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useMe } from "../shell/use-me.ts";
import { dayText, readDay, weekdayText } from "../texts/days.ts";
import { texts } from "../texts/texts.ts";

/** A day, typed as people write it; what was understood stands below. */
export function DayField({
  label,
  value,
  onChange,
  required,
  error,
  help,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required: boolean;
  error: string | null;
  help: string | null;
}) {
  const today = useMe()?.today ?? "";
  const [written, setTyped] = useState(value);
  // What was typed shows only as long as it is what the form holds: rows change places.
  const typed = written === value || readDay(written, today) === value ? written : value;
  const day = readDay(typed, today);
  const understood = day === null ? null : `${dayText(day)} ${weekdayText(day)}`;
  const change = (text: string) => {
    setTyped(text);
    onChange(text === "" ? "" : (readDay(text, today) ?? text));
  };
  return (
    <TextField
      fullWidth
      label={label}
      required={required}
      value={typed}
      onChange={(event) => change(event.target.value)}
      error={error !== null}
      helperText={[error ?? understood, help].filter((each) => each !== null).join("；")}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <Button onClick={() => change(today)}>{texts.today}</Button>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
