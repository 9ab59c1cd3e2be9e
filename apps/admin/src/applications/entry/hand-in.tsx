import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { labelOfAct } from "@shifan/contract/labels";
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { keyOfRecord } from "../../api/use-record.ts";
import type { Case } from "../case/case.ts";
import { Criteria } from "../case/criteria.tsx";
import { applicationTexts } from "../texts.ts";
import { lackingOf } from "./menu.ts";
import type { MenuEntry } from "./parts-menu.tsx";
import { entryTexts as texts } from "./texts.ts";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

const acts = ["submit", "resubmit"] as const;
const hidden = { acknowledged: null };

/** What the rules say of the form and its papers as they are now, and the handing in. */
export function HandIn({
  record,
  findings,
  unsent,
}: {
  record: Case;
  findings: ApplicationFindings;
  /** Parts of which something is typed and not on the server. */
  unsent: readonly MenuEntry[];
}) {
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  // Whoever hands in acknowledges what is found at this moment, of the case as their own typing has left it.
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ["applications", "part", record.id, "findings"] });
    void queries.invalidateQueries({ queryKey: keyOfRecord("applications", record.id) });
  }, [queries, record.id]);
  const isLooking = useIsFetching({ queryKey: keyOfRecord("applications", record.id) }) > 0;
  const act = acts.find((each) => record.allowedActs.includes(each));
  const missing = lackingOf(findings.materials);
  const { mustAcknowledge, findingsId, assessment } = findings;
  return (
    <Box>
      {unsent.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {texts.unsentParts(unsent.map(({ label }) => label).join("、"))}
        </Alert>
      )}
      {missing.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {texts.missingMaterials}
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {missing.map(({ id, title, article, reasons }) => (
              <li key={id}>{[`${id} ${title}`, article, ...reasons.map(({ text }) => text)].join("，")}</li>
            ))}
          </Box>
        </Alert>
      )}
      <Box sx={{ my: 1.5 }}>
        {act === undefined ? (
          <Typography color="textSecondary">{texts.notOpen}</Typography>
        ) : (
          <Button variant="contained" disabled={unsent.length > 0 || isLooking} onClick={() => setIsOpen(true)}>
            {labelOfAct("applications", act)}
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ fontWeight: 600 }} gutterBottom>
        {applicationTexts.verdict[assessment.verdict]}。
        <Typography component="span" variant="body2" color="textSecondary">
          {applicationTexts.verdictNote}
        </Typography>
      </Typography>
      <Criteria assessment={assessment} findings={findings.findings} />
      {isOpen && act !== undefined ? (
        <Suspense fallback={null}>
          <ActDialog
            {...{ resource: "applications", record, act }}
            additions={{
              known: mustAcknowledge ? { acknowledged: findingsId } : {},
              own: hidden,
              before: mustAcknowledge ? <Alert severity="warning">{texts.acknowledges}</Alert> : null,
            }}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      ) : null}
    </Box>
  );
}
