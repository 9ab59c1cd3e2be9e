import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { lazy, Suspense, useState } from "react";
import { performAct, useDone } from "../../acts/perform.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { colours } from "../../theme/theme.ts";
import type { Case } from "../case.ts";
import { applicationTexts as texts } from "../texts.ts";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

type Material = ApplicationFindings["materials"][number];

function verdictOf({ verdict }: Material): { label: string; color: string } {
  if (verdict === "accepted") return { label: texts.accepted, color: colours.green };
  if (verdict === "defective") return { label: texts.defective, color: colours.red };
  return { label: texts.unjudged, color: colours.inkQuiet };
}

/** The materials with what the rules and the officer say of each; choosing one opens its files. */
export function Materials({
  record,
  materials,
  chosen,
  onChoose,
}: {
  record: Case;
  materials: readonly Material[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const [defective, setDefective] = useState<string | null>(null);
  const [cause, setCause] = useState<unknown>(null);
  const done = useDone();
  const mayJudge = record.allowedActs.includes("judge-material");
  const accept = async (material: string) => {
    setCause(null);
    try {
      const on = { resource: "applications", record, act: "judge-material" };
      await done("applications", await performAct(on, { material, verdict: "accepted" }));
    } catch (caught) {
      setCause(caught);
      await done("applications", null);
    }
  };
  return (
    <>
      <Typography component="h2" variant="h3" gutterBottom>
        {texts.materials}
      </Typography>
      {cause === null ? null : <ProblemNote cause={cause} />}
      <List dense disablePadding>
        {materials
          .filter(({ status }) => status !== "not_applicable")
          .map((material) => (
            <ListItem
              key={material.id}
              disablePadding
              secondaryAction={
                mayJudge ? (
                  <Box className="no-print">
                    <Button disabled={material.verdict === "accepted"} onClick={() => accept(material.id)}>
                      {texts.accept}
                    </Button>
                    <Button color="error" onClick={() => setDefective(material.id)}>
                      {texts.findDefect}
                    </Button>
                  </Box>
                ) : undefined
              }
            >
              <ListItemButton
                selected={chosen === material.id}
                onClick={() => onChoose(material.id)}
                sx={{ py: 0.25, ...(mayJudge ? { pr: "132px !important" } : {}) }}
              >
                <Box sx={{ minWidth: 0, flex: 1 }}>
                  <Typography variant="body2" noWrap title={material.title}>
                    {material.id} {material.title}
                  </Typography>
                  <Typography variant="caption" color="textSecondary" component="div" noWrap>
                    <span style={{ color: verdictOf(material).color }}>{verdictOf(material).label}</span>
                    {`　${texts.materialStatus[material.status] ?? material.status}${material.isOnPaper ? `　${texts.onPaper}` : ""}　${material.article}`}
                    {material.verdictReason === null ? "" : `　${material.verdictReason}`}
                  </Typography>
                </Box>
              </ListItemButton>
            </ListItem>
          ))}
      </List>
      {defective === null ? null : (
        <Suspense fallback={null}>
          <ActDialog
            resource="applications"
            record={record}
            act="judge-material"
            additions={{ known: { material: defective, verdict: "defective" }, own: { material: null, verdict: null } }}
            onClose={() => setDefective(null)}
          />
        </Suspense>
      )}
    </>
  );
}
