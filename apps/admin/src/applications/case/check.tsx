import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { useState } from "react";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";
import { Criteria } from "./criteria.tsx";
import { MaterialPreview } from "./material-preview.tsx";
import { Materials } from "./materials.tsx";
import { type Proving, rowOfCriterion } from "./proof.tsx";
import { usePart } from "./use-part.ts";
import { Workspace } from "./workspace.tsx";

const severities = { not_met: "error", undetermined: "warning", met_pending_review: "success" } as const;

/** Verdict, figures, materials and files beside one another: what an officer checks a case on. */
export default function Check({ record }: { record: Case }) {
  const { data, error, isPending, refetch } = usePart<ApplicationFindings>(record.id, "findings");
  const [chosen, setChosen] = useState<string | null>(null);
  // From which criterion the material was opened.
  const [from, setFrom] = useState<string | null>(null);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const materials = data.materials.filter(({ status }) => status !== "not_applicable");
  const unjudged = materials.filter(({ verdict }) => verdict === null);
  // The first that nobody has looked at: what is to be done next is open from the beginning.
  const material = materials.find(({ id }) => id === chosen) ?? unjudged[0] ?? materials[0];
  const origin = data.assessment.criteria.find(({ id }) => id === from);
  const proving: Proving = {
    proofs: new Map(data.proofs.map((each) => [each.criterion, each])),
    materials: new Map(materials.map((each) => [each.id, each])),
    onMaterial: (id, criterion) => {
      setChosen(id);
      setFrom(criterion);
    },
  };
  const goBack = () => {
    const row = document.getElementById(rowOfCriterion(from ?? ""));
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
    setFrom(null);
  };
  const choose = (id: string) => {
    setChosen(id);
    setFrom(null);
  };
  return (
    <Workspace
      labels={[texts.criteria, texts.materials]}
      left={
        <>
          <Alert severity={severities[data.assessment.verdict]} sx={{ mb: 1, py: 0 }}>
            <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
              {texts.verdict[data.assessment.verdict]}。
            </Typography>
            {texts.verdictNote}
          </Alert>
          <Criteria assessment={data.assessment} findings={data.findings} proving={proving} />
        </>
      }
      right={
        <>
          <Typography component="h2" variant="h3" gutterBottom>
            {texts.materials}
            <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
              {texts.judged(materials.length - unjudged.length, materials.length)}
            </Typography>
          </Typography>
          <Box
            sx={{
              maxHeight: 146,
              overflowY: "auto",
              border: 1,
              borderColor: "divider",
              mb: 1,
              "@media print": { maxHeight: "none" },
            }}
          >
            <Materials materials={materials} chosen={material?.id ?? null} onChoose={choose} />
          </Box>
          {material === undefined ? null : (
            <MaterialPreview
              key={material.id}
              record={record}
              material={material}
              back={origin === undefined ? null : { title: origin.title, onBack: goBack }}
              onAccepted={() => {
                // Who came from a criterion is not led on to another material.
                if (from === null) setChosen(unjudged.find(({ id }) => id !== material.id)?.id ?? material.id);
                else setChosen(material.id);
              }}
            />
          )}
        </>
      }
    />
  );
}
