import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import Popover from "@mui/material/Popover";
import Typography from "@mui/material/Typography";
import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { dayText, weekdayText } from "../../texts/days.ts";
import { texts } from "../../texts/texts.ts";
import { colours } from "../../theme/theme.ts";
import { dayByKey, monthsLater, weeksOf } from "./month.ts";
import { dayTexts } from "./texts.ts";

/** A month to choose a day from, by keys or by clicking. Leaving it changes nothing. */
export default function Calendar({
  anchor,
  day,
  today,
  onChosen,
  onClose,
}: {
  anchor: HTMLElement;
  /** What is chosen now; today where nothing is. */
  day: string;
  today: string;
  onChosen: (day: string) => void;
  onClose: () => void;
}) {
  const [shown, setShown] = useState(day);
  // Keys go to the day on which one is; who turns the months by their buttons stays at the button.
  const isWalking = useRef(true);
  const present = useCallback((button: HTMLButtonElement | null) => {
    if (isWalking.current) button?.focus();
  }, []);
  const turn = (months: number) => {
    isWalking.current = false;
    setShown(monthsLater(shown, months));
  };
  const go = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, shown);
    if (next === null) return;
    event.preventDefault();
    isWalking.current = true;
    setShown(next);
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      transitionDuration={0}
      anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
      transformOrigin={{ vertical: "top", horizontal: "right" }}
      slotProps={{ paper: { role: "dialog", "aria-label": dayTexts.calendar, sx: { p: 1.5 } } }}
    >
      <Box sx={{ display: "flex", alignItems: "center", justifyContent: "space-between", mb: 0.5 }}>
        <Button onClick={() => turn(-1)}>{dayTexts.earlier}</Button>
        <Typography aria-live="polite" sx={{ fontWeight: 600 }}>
          {dayTexts.month(shown)}
        </Typography>
        <Button onClick={() => turn(1)}>{dayTexts.later}</Button>
      </Box>
      <Box
        component="table"
        role="grid"
        aria-label={dayTexts.month(shown)}
        onKeyDown={go}
        sx={{ borderSpacing: 2, mx: "auto" }}
      >
        <thead>
          <tr>
            {dayTexts.weekdays.map((each) => (
              <Typography component="th" scope="col" variant="body2" color="textSecondary" key={each}>
                {each}
              </Typography>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown).map((week) => (
            <tr key={week.find((each) => each !== null)}>
              {week.map((each, place) => (
                <td key={dayTexts.weekdays[place]}>
                  {each === null ? null : (
                    <Day
                      {...{ each, today }}
                      isChosen={each === day}
                      isHere={each === shown}
                      ref={each === shown ? present : null}
                      onClick={() => onChosen(each)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ display: "flex", alignItems: "center", justifyContent: "space-between", mt: 0.5, gap: 2 }}>
        <Typography variant="caption" color="textSecondary">
          {dayTexts.keys}
        </Typography>
        <Button onClick={() => onChosen(today)}>{texts.today}</Button>
      </Box>
    </Popover>
  );
}

function Day({
  each,
  today,
  isChosen,
  isHere,
  ref,
  onClick,
}: {
  each: string;
  today: string;
  isChosen: boolean;
  /** Whether the keys are on it: the tab key reaches this one alone. */
  isHere: boolean;
  ref: React.Ref<HTMLButtonElement>;
  onClick: () => void;
}) {
  return (
    <ButtonBase
      ref={ref}
      tabIndex={isHere ? 0 : -1}
      onClick={onClick}
      aria-label={`${dayText(each)} ${weekdayText(each)}`}
      aria-pressed={isChosen}
      {...(each === today ? { "aria-current": "date" as const } : {})}
      sx={{
        width: 40,
        height: 36,
        borderRadius: 1,
        fontSize: "0.875rem",
        border: each === today ? `1px solid ${colours.blue}` : "1px solid transparent",
        ...(isChosen ? { background: colours.blue, color: "#fff" } : { "&:hover": { background: colours.blueSoft } }),
        "&:focus-visible": { outline: `2px solid ${colours.blue}`, outlineOffset: 1 },
      }}
    >
      {Number(each.slice(8))}
    </ButtonBase>
  );
}
