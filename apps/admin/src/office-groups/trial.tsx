import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { RobotTrial } from "@shifan/contract";
import { type ReactNode, useState } from "react";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { officeGroupsTexts as texts } from "./texts.ts";
import type { GroupRecord } from "./use-groups.ts";

/** A button that says a sentence in the group, and what WeCom answered. */
export function useTrial({ id, officeName, name }: GroupRecord): { button: ReactNode; outcome: ReactNode } {
  const [trial, setTrial] = useState<RobotTrial | null>(null);
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const say = async () => {
    setBusy(true);
    setCause(null);
    setTrial(null);
    try {
      const path = pathOf("office-groups", id, "connect", "trial");
      setTrial((await ask<RobotTrial>({ method: "POST", path })).body);
    } catch (caught) {
      setCause(caught);
    } finally {
      setBusy(false);
    }
  };
  return {
    button: (
      <Button aria-label={texts.tryOf(officeName)} disabled={isBusy} onClick={() => void say()}>
        {texts.tryIt}
      </Button>
    ),
    outcome: (
      <div role="status">
        {trial === null ? null : (
          <Alert sx={{ mt: 1 }} severity={trial.isTaken ? "success" : "warning"}>
            {trial.isTaken ? texts.taken(name ?? "") : texts.notTaken(trial.fault ?? "")}
          </Alert>
        )}
        {cause === null ? null : <ProblemNote cause={cause} />}
      </div>
    ),
  };
}
