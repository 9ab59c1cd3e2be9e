import Alert from "@mui/material/Alert";
import type { Held } from "./outbox.ts";
import { visitTexts as texts } from "./texts.ts";

/** Where what was written is: on this device, on its way, or waiting for the connection. It stays in sight while the form is scrolled. */
export function VisitStanding({ held }: { held: Held | null }) {
  return (
    <Alert
      role="status"
      severity={severityOf(held)}
      className="no-print"
      sx={{ my: 1, position: "sticky", top: 48, zIndex: 3 }}
    >
      {wordsOf(held)}
    </Alert>
  );
}

function severityOf(held: Held | null): "info" | "success" | "warning" {
  if (held === null || held.standing === "sending") return "info";
  return held.standing === "kept" && held.isOnDevice ? "success" : "warning";
}

function wordsOf(held: Held | null): string {
  if (held === null) return texts.standing.untouched;
  const { standing, isOnDevice } = held;
  return standing === "kept" && !isOnDevice ? texts.standing.notOnDevice : texts.standing[standing];
}
