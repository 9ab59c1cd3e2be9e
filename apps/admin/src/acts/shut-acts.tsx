import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Button from "@mui/material/Button";
import type { RecordActs } from "@shifan/contract";
import { useId } from "react";
import { colours } from "../theme/theme.ts";
import { ObstacleLines, type Place } from "./obstacle-lines.tsx";
import { ColleagueNote } from "./second-person.tsx";
import { actTexts } from "./texts.ts";

type ShutAct = RecordActs["acts"][number];

/** The button of an act that is not open yet: it looks so, and can be reached all the same, because it says why. */
export function ShutActButton({
  shut,
  isShown,
  panelId,
  onToggle,
}: {
  shut: ShutAct;
  isShown: boolean;
  panelId: string;
  onToggle: () => void;
}) {
  return (
    <Button
      variant="outlined"
      onClick={onToggle}
      aria-expanded={isShown}
      aria-controls={panelId}
      sx={{
        color: colours.inkQuiet,
        borderStyle: "dashed",
        borderColor: colours.edge,
        background: isShown ? colours.ground : "transparent",
      }}
    >
      {actTexts.shut(shut.label)}
    </Button>
  );
}

/** Why an act is not open yet, and where to supply what is missing. */
export function WhyShut({
  shut,
  resource,
  recordId,
  id,
  placeOf,
}: {
  shut: ShutAct;
  resource: string;
  recordId: string;
  id: string;
  placeOf?: ((code: string) => Place | null) | undefined;
}) {
  const titleId = useId();
  return (
    <Alert severity="warning" id={id} role="region" aria-labelledby={titleId} sx={{ mt: 1 }}>
      <AlertTitle id={titleId}>{actTexts.whyShut(shut.label, shut.article)}</AlertTitle>
      <ObstacleLines obstacles={shut.obstacles} placeOf={placeOf} />
      {shut.obstacles.some(({ code }) => code === "second_person_required") ? (
        <ColleagueNote {...{ resource, recordId }} act={shut.act} />
      ) : null}
    </Alert>
  );
}
