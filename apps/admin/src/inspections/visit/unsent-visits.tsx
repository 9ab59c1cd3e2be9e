import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useNotify } from "ra-core";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { useDone } from "../../acts/perform.ts";
import { offlineTexts } from "../../offline/texts.ts";
import { keepConsoleOnDevice } from "../../offline/worker.ts";
import { RecordLink } from "../../pages/record-link.tsx";
import { outbox, sendWhenReachable } from "./device.ts";
import { visitTexts as texts } from "./texts.ts";
import { useKeptVisits } from "./use-visit.ts";

/** Sends what waits, on whatever page the person is, and says what of theirs is on this device alone. */
export default function UnsentVisits() {
  const held = useKeptVisits();
  const done = useDone();
  const notify = useNotify();
  const isLoaded = held !== null;
  useEffect(() => (isLoaded ? sendWhenReachable() : undefined), [isLoaded]);
  useEffect(() => keepConsoleOnDevice(() => notify(offlineTexts.newVersion, { autoHideDuration: null })), [notify]);
  useEffect(
    () =>
      outbox.onAccepted((record) => {
        notify(texts.accepted(record.platformName), { type: "success" });
        void done("inspections", record);
      }),
    [notify, done],
  );
  const { pathname } = useLocation();
  // The page of an inspection says itself how it stands.
  const others = [...(held ?? [])].filter(([id]) => !pathname.includes(encodeURIComponent(id)));
  if (others.length === 0) return null;
  return (
    <Alert severity="warning" className="no-print" sx={{ mb: 1.5 }}>
      {texts.keptHere(others.length)}：
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {others.map(([id, { visit, standing }]) => (
          <li key={id}>
            <RecordLink resource="inspections" id={id}>
              {visit.record.platformName}
            </RecordLink>
            <Typography component="span" variant="body2">
              {`（${texts.keptStanding[standing]}）`}
            </Typography>
          </li>
        ))}
      </Box>
    </Alert>
  );
}
