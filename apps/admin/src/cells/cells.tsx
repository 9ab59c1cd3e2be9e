import { useDistrictNames } from "../policy/use-policy.ts";
import { useMe } from "../shell/use-me.ts";
import { dayText, instantText, leftText, shortDayText } from "../texts/days.ts";
import { colours } from "../theme/theme.ts";

const blank = "—";
/** A day is read in one piece. */
const unbroken = { whiteSpace: "nowrap" } as const;

/** A day, without the year when it is of this one. */
export function DayCell({ day }: { day: string | null | undefined }) {
  const today = useMe()?.today;
  if (day === null || day === undefined) return blank;
  return (
    <span title={dayText(day)} style={unbroken}>
      {today === undefined ? dayText(day) : shortDayText(day, today)}
    </span>
  );
}

/** A last day, with the days that are left. */
export function DueCell({ day, isOpen = false }: { day: string | null | undefined; isOpen?: boolean }) {
  const today = useMe()?.today;
  if (day === null || day === undefined || today === undefined) return blank;
  return (
    <span style={unbroken}>
      {shortDayText(day, today)}{" "}
      <span style={{ color: day < today ? colours.red : colours.inkQuiet }}>{leftText(day, today, isOpen)}</span>
    </span>
  );
}

/** An instant in Beijing time. */
export function InstantCell({ instant }: { instant: string | null | undefined }) {
  return instant === null || instant === undefined ? blank : <span style={unbroken}>{instantText(instant)}</span>;
}

/** The name of a district. */
export function DistrictCell({ district }: { district: string | null | undefined }) {
  const names = useDistrictNames();
  return district === null || district === undefined ? blank : (names.get(district) ?? district);
}
