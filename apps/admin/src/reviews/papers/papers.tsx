import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import type { ReviewPapers } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { Criteria } from "../../applications/case/criteria.tsx";
import { CrossChecks } from "../../applications/case/cross-checks.tsx";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { reviewsTexts as texts } from "../texts.ts";
import { PaperForm } from "./paper-form.tsx";
import { PaperMaterials } from "./paper-materials.tsx";
import { Recommendation } from "./recommendation.tsx";

type Part = keyof typeof texts.parts;
const parts = Object.keys(texts.parts) as Part[];

/** The papers of a case, as they are open to the expert of a review. Each reading is noted, so they are asked for once. */
export function Papers({ reviewId }: { reviewId: string }) {
  const [part, setPart] = useState<Part>("materials");
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["papers", reviewId],
    queryFn: async () => (await ask<ReviewPapers>({ method: "GET", path: pathOf("reviews", reviewId, "papers") })).body,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1.5 }}>
        <Typography component="h2" variant="h2">
          {texts.papers}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {texts.note}
        </Typography>
      </Box>
      <Tabs
        value={part}
        onChange={(_, next: Part) => setPart(next)}
        aria-label={texts.papers}
        sx={{ borderBottom: 1, borderColor: "divider", mb: 1 }}
      >
        {parts.map((id) => (
          <Tab key={id} value={id} label={texts.parts[id]} id={`paper-${id}`} aria-controls={`papers-${id}`} />
        ))}
      </Tabs>
      <div role="tabpanel" id={`papers-${part}`} aria-labelledby={`paper-${part}`}>
        {part === "materials" ? <PaperMaterials reviewId={reviewId} materials={data.materials} /> : null}
        {part === "form" ? <PaperForm reviewId={reviewId} papers={data} /> : null}
        {part === "check" ? (
          <>
            <CrossChecks findings={data.findings} />
            <Criteria {...data} />
          </>
        ) : null}
        {part === "recommendation" ? <Recommendation recommendation={data.recommendation} /> : null}
      </div>
    </>
  );
}
