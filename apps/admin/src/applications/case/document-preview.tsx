import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Problem } from "@shifan/contract/client";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { ask } from "../../api/server.ts";
import { PrintButton } from "../../files/print-button.tsx";
import { SaveLink } from "../../files/save-link.tsx";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { applicationTexts as texts } from "../texts.ts";
import type { Paper } from "./papers.ts";

const PdfPages = lazy(() => import("../../files/pdf-pages.tsx"));

/** A paper as the server prints it now, to be looked at and kept; why there is none, in the server's words. */
export function DocumentPreview({
  paper: { title, path },
  isHeaded = true,
}: {
  paper: Paper;
  /** False where its title stands above it already. */
  isHeaded?: boolean;
}) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["paper", path],
    queryFn: async () => (await ask<Blob>({ method: "GET", path, answer: "file" })).body,
  });
  if (error instanceof Problem && error.status === 404) return <Typography>{texts.notYet(title)}</Typography>;
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={4} />;
  return (
    <Box>
      {isHeaded ? (
        <Typography component="h2" variant="h3" gutterBottom>
          {title}
        </Typography>
      ) : null}
      <Box className="no-print" sx={{ mb: 1 }}>
        <SaveLink href={path} look="contained">
          {texts.downloadPdf}
        </SaveLink>{" "}
        <PrintButton file={data} />{" "}
        <SaveLink href={`${path}?format=docx`} look="outlined">
          {texts.downloadWord}
        </SaveLink>
      </Box>
      <Suspense fallback={<Loading lines={4} />}>
        <PdfPages file={data} name={title} />
      </Suspense>
    </Box>
  );
}
