import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { AuditStanding } from "@shifan/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/server.ts";
import { useMe } from "../shell/use-me.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { instantText } from "../texts/days.ts";
import { auditTexts as texts } from "./texts.ts";

const path = "/api/v1/audit/standing";
const queryKey = ["look", path];

/** How the trail stands; asked again while a check of it is under way. */
function useStanding() {
  return useQuery({
    queryKey,
    queryFn: async () => (await ask<AuditStanding>({ method: "GET", path })).body,
    refetchInterval: ({ state }) => (state.data?.isRunning === true ? 1_500 : false),
  });
}

/** In a line: what the last check of all of it found, up to where it is signed, and for the auditor the button to check it again. */
export function Standing() {
  const { data } = useStanding();
  if (data === undefined) return null;
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: "center" }} aria-live="polite">
      <Typography variant="body2" color="textSecondary">
        {data.isRunning ? texts.verifying : lineOf(data)}
      </Typography>
      {data.verification === null ? null : (
        <Chip
          size="small"
          color={data.verification.isSound ? "success" : "error"}
          label={data.verification.isSound ? texts.isSound : texts.isBroken}
        />
      )}
      <VerifyButton isRunning={data.isRunning} />
    </Stack>
  );
}

function lineOf({ checkpoint, verification }: AuditStanding): string {
  const signed =
    checkpoint === null ? texts.noCheckpoint : texts.checkpoint(checkpoint.size, instantText(checkpoint.at));
  const checked = verification === null ? texts.neverVerified : texts.verified(instantText(verification.at));
  return `${signed}；${checked}`;
}

function VerifyButton({ isRunning }: { isRunning: boolean }) {
  const acts = useMe()?.acts.audit ?? [];
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => (await ask<AuditStanding>({ method: "POST", path: "/api/v1/audit/verify", body: {} })).body,
    onSuccess: (standing) => client.setQueryData(queryKey, standing),
  });
  if (!acts.includes("verify")) return null;
  return (
    <>
      {error === null ? null : <ProblemNote cause={error} />}
      <Button variant="outlined" title={texts.verifyNote} disabled={isRunning || isPending} onClick={() => mutate()}>
        {texts.verify}
      </Button>
    </>
  );
}

/** What was found where the trail or a record is not as it was written: above everything else. */
export function BrokenTrail() {
  const verification = useStanding().data?.verification ?? null;
  if (verification === null || verification.isSound) return null;
  return (
    <Alert severity="error" sx={{ mb: 1.5, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {verification.text}
    </Alert>
  );
}
