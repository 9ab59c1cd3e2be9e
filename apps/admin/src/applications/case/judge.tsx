import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import type { ApplicationFindings } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { lazy, Suspense, useState } from "react";
import { performAct, useDone } from "../../acts/perform.ts";
import { WhatChanged } from "../../acts/what-changed.tsx";
import { dataProvider } from "../../api/data-provider.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

/** The officer's verdict on one material, beside its file. @param onAccepted the next one may be looked at */
export function Judge({
  record,
  material,
  onAccepted,
}: {
  record: Case;
  material: ApplicationFindings["materials"][number];
  onAccepted: () => void;
}) {
  const [isDefective, setIsDefective] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [cause, setCause] = useState<unknown>(null);
  // What somebody else has changed since the page was read.
  const [changed, setChanged] = useState<{ before: Case; now: Case } | null>(null);
  const done = useDone();
  if (!record.allowedActs.includes("judge-material")) return null;
  const accept = async () => {
    setCause(null);
    setChanged(null);
    setIsBusy(true);
    try {
      const on = { resource: "applications", record, act: "judge-material" };
      await done("applications", await performAct(on, { material: material.id, verdict: "accepted" }));
      onAccepted();
    } catch (caught) {
      setCause(caught);
      if (caught instanceof Problem && caught.status === 412) {
        const { data: now } = await dataProvider.getOne<Case>("applications", { id: record.id });
        setChanged({ before: record, now });
      }
      await done("applications", null);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Box className="no-print" sx={{ flexShrink: 0, maxWidth: "60%" }}>
      <Button
        variant="contained"
        color="success"
        disabled={isBusy || material.verdict === "accepted"}
        onClick={accept}
        sx={{ mr: 1 }}
      >
        {texts.accept}
      </Button>
      <Button variant="outlined" color="error" disabled={isBusy} onClick={() => setIsDefective(true)}>
        {texts.findDefect}
      </Button>
      {cause === null ? null : <ProblemNote cause={cause} />}
      {changed === null ? null : (
        <WhatChanged
          resource="applications"
          {...changed}
          act="judge-material"
          onGoOn={() => {
            setChanged(null);
            setCause(null);
          }}
        />
      )}
      {isDefective ? (
        <Suspense fallback={null}>
          <ActDialog
            {...{ resource: "applications", record }}
            act="judge-material"
            additions={{
              known: { material: material.id, verdict: "defective" },
              own: { material: null, verdict: null },
            }}
            onClose={() => setIsDefective(false)}
          />
        </Suspense>
      ) : null}
    </Box>
  );
}
