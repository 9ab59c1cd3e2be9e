import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { HolidayEffects } from "@shifan/contract";
import { useState } from "react";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import type { Holiday } from "./read-notice.ts";
import { holidaysTexts as texts } from "./texts.ts";

/** What recording these days would do to what is running: asked of the server, which alone can count. */
export function Effects({ year, days }: { year: number; days: readonly Holiday[] }) {
  // What was said of other days is not shown beside these.
  const [said, setSaid] = useState<{ of: readonly Holiday[]; effects: HolidayEffects | null; cause: unknown } | null>(
    null,
  );
  const [isBusy, setIsBusy] = useState(false);
  const look = async () => {
    setIsBusy(true);
    try {
      const path = pathOf("holidays", String(year), "record", "preview");
      const { body } = await ask<HolidayEffects>({ method: "POST", path, body: { days } });
      setSaid({ of: days, effects: body, cause: null });
    } catch (cause) {
      setSaid({ of: days, effects: null, cause });
    } finally {
      setIsBusy(false);
    }
  };
  const present = said?.of === days ? said : null;
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {texts.effectsLead}
      </Typography>
      <Button variant="outlined" disabled={days.length === 0 || isBusy} onClick={() => void look()}>
        {texts.effects}
      </Button>
      <div aria-live="polite">
        {present === null || present.cause === null ? null : <ProblemNote cause={present.cause} />}
        {present === null || present.effects === null ? null : <Said effects={present.effects} />}
      </div>
    </>
  );
}

function Said({ effects: { publicities, objections } }: { effects: HolidayEffects }) {
  const isWanting = publicities.some(({ isTooShort }) => isTooShort);
  const lines = [
    ...publicities.map(
      ({ title, endsOn, workingDays, after, isTooShort }) =>
        texts.publicity(title, endsOn) +
        (after === null
          ? texts.uncountable
          : isTooShort
            ? texts.tooShort(workingDays, after)
            : texts.longEnough(after)),
    ),
    ...objections.map(({ count, receivedOn, before, after }) => texts.objections(count, receivedOn, before, after)),
  ];
  return (
    <Alert severity={isWanting ? "warning" : "info"} sx={{ mt: 1 }}>
      {(lines.length === 0 ? [texts.nothingChanges] : lines).map((line) => (
        <Typography variant="body2" key={line}>
          {line}
        </Typography>
      ))}
      <Typography variant="body2">{texts.lawful}</Typography>
    </Alert>
  );
}
