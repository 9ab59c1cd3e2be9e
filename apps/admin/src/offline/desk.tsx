import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useEffect, useState, useSyncExternalStore } from "react";
import { outbox } from "../inspections/visit/device.ts";
import { formOnDevice } from "../inspections/visit/form-on-device.ts";
import { VisitForm } from "../inspections/visit/visit-form.tsx";
import { Card } from "../pages/card.tsx";
import { Loading } from "../states/loading.tsx";
import { personOnDevice } from "./person.ts";
import { offlineTexts as texts } from "./texts.ts";

const reload = () => window.location.reload();
const lookMs = 5_000;
/** Nobody is interrupted in a word. */
const isWriting = () => document.activeElement?.closest("form") != null;

/** Whether the server is there again. The whole console then opens by itself, except under the hands of somebody who is writing. */
function useReachable(): boolean {
  const [isReachable, setIsReachable] = useState(false);
  useEffect(() => {
    const look = async () => {
      const isThere = await fetch("/healthz", { cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere && !isWriting()) reload();
      setIsReachable(isThere);
    };
    const lookNow = () => void look();
    window.addEventListener("online", lookNow);
    const timer = setInterval(lookNow, lookMs);
    return () => {
      window.removeEventListener("online", lookNow);
      clearInterval(timer);
    };
  }, []);
  return isReachable;
}

/** The console without a connection: what this person has written on the spot and not handed in yet, to go on with. */
export default function OfflineDesk() {
  const person = personOnDevice();
  const [isLoaded, setIsLoaded] = useState(person === null);
  const held = useSyncExternalStore(outbox.subscribe, outbox.held);
  useEffect(() => {
    if (person !== null) void outbox.load(person).then(() => setIsLoaded(true));
  }, [person]);
  const isReachable = useReachable();
  return (
    <Box component="main" sx={{ p: 2, maxWidth: 992, mx: "auto" }}>
      <Typography component="h1" variant="h1" sx={{ mb: 1.5 }}>
        {texts.title}
      </Typography>
      <Alert
        severity={isReachable ? "success" : "warning"}
        sx={{ mb: 1.5 }}
        action={
          <Button color="inherit" onClick={reload}>
            {isReachable ? texts.open : texts.again}
          </Button>
        }
      >
        {isReachable ? texts.reachable : texts.lead}
      </Alert>
      {isLoaded ? null : <Loading />}
      {isLoaded && held.size === 0 ? <Typography>{texts.none}</Typography> : null}
      {person === null ? null : <KeptVisits person={person} held={held} />}
    </Box>
  );
}

function KeptVisits({ person, held }: { person: string; held: ReturnType<typeof outbox.held> }) {
  const description = formOnDevice();
  return [...held].map(([id, each]) => (
    <Card key={id} title={each.visit.record.platformName}>
      {description === null ? (
        <Typography>{texts.noForm}</Typography>
      ) : (
        <VisitForm
          record={each.visit.record}
          userId={person}
          description={description}
          beginning={each.visit.values}
          held={each}
        />
      )}
    </Card>
  ));
}
