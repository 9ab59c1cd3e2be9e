import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { CancellationGrounds, Sanction } from "@shifan/contract";
import { certificationsTexts } from "../certifications/texts.ts";
import { useGrounds } from "../certifications/use-grounds.ts";
import { RecordLink } from "../pages/record-link.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { dayText } from "../texts/days.ts";

export type Check = CancellationGrounds["checks"][number];

/** A check in a line: what, when, with what result, from which paper. */
export function checkText({ kind, carriedOutOn, result, source }: Check): string {
  const { checkKinds, checkResults } = certificationsTexts;
  return [checkKinds[kind], dayText(carriedOutOn), checkResults[result], source].filter(Boolean).join("　");
}

/** The checks on which a sanction rests, as they are on record. */
export function ChecksOfSanction({ certificationId, inspectionIds }: Sanction) {
  const { data, error, isPending, refetch } = useGrounds(certificationId);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={1} />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
      {data.checks
        .filter(({ id }) => inspectionIds.includes(id))
        .map((check) => (
          <Typography component="li" variant="body2" key={check.id} sx={{ py: 0.5 }}>
            {check.inspectionId === null ? (
              checkText(check)
            ) : (
              <RecordLink resource="inspections" id={check.inspectionId}>
                {checkText(check)}
              </RecordLink>
            )}
          </Typography>
        ))}
    </Box>
  );
}
