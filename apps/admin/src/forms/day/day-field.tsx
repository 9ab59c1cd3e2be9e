import CalendarMonthIcon from "@mui/icons-material/CalendarMonth";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from "react";
import { useMe } from "../../shell/use-me.ts";
import { readDay } from "../../texts/days.ts";
import { texts } from "../../texts/texts.ts";
import { readDayEntry } from "./day-entry.ts";
import { dayTexts } from "./texts.ts";

const Calendar = lazy(() => import("./calendar.tsx"));

/** A day, typed as people write it or chosen from a calendar (arrow down opens it); what was understood stands below. */
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
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isLeft, setIsLeft] = useState(false);
  const [written, setTyped] = useState(value);
  // What was typed shows only as long as it is what the form holds: rows change places.
  const typed = written === value || readDay(written, today) === value ? written : value;
  const { understood, isUnread } = readDayEntry(typed, today);
  // Nobody is told of half a day while they type the other half.
  const doubt = isUnread && isLeft ? dayTexts.unread : null;
  const change = (text: string) => {
    setTyped(text);
    onChange(readDayEntry(text, today).value);
  };
  const leave = () => {
    setIsOpen(false);
    input.current?.focus();
  };
  const openByKey = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setIsOpen(true);
  };
  return (
    <>
      <TextField
        fullWidth
        ref={field}
        inputRef={input}
        label={label}
        required={required}
        value={typed}
        onChange={(event) => change(event.target.value)}
        onFocus={() => setIsLeft(false)}
        onBlur={() => setIsLeft(true)}
        onKeyDown={openByKey}
        error={error !== null || doubt !== null}
        helperText={[doubt ?? error ?? understood, help].filter((each) => each !== null).join("；")}
        slotProps={{
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <Button onClick={() => change(today)}>{texts.today}</Button>
                <IconButton
                  size="small"
                  aria-label={dayTexts.open(label)}
                  aria-haspopup="dialog"
                  onClick={() => setIsOpen(true)}
                >
                  <CalendarMonthIcon fontSize="small" />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      {isOpen && field.current !== null && today !== "" ? (
        <Suspense fallback={null}>
          <Calendar
            anchor={field.current}
            day={readDay(typed, today) ?? today}
            today={today}
            onChosen={(day) => {
              change(day);
              leave();
            }}
            onClose={leave}
          />
        </Suspense>
      ) : null}
    </>
  );
}
