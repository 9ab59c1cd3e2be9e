import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask } from "../api/server.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { type DrawnDocument, drawDocument } from "./draw-docx.ts";
import { fileTexts as texts } from "./texts.ts";
import { useWidth } from "./use-width.ts";

/**
 * A Word document as it would be printed. It stands in a tree of its own, in a place that nothing in it leaves: what it is styled with reaches no
 * other part of the page, and nothing of it lies over the page. @param file its address
 */
export default function DocxPages({ file, name }: { file: string; name: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["file content", file],
    queryFn: async () => (await ask<Blob>({ method: "GET", path: file, answer: "file" })).body,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={4} />;
  return <Drawn content={data} name={name} />;
}

/** Of the frame around a sheet, both sides together, in pixels. */
const sheetMargin = 24;

/** Smaller than that nobody reads; what is wider scrolls in its place. */
const smallest = 0.45;

function Drawn({ content, name }: { content: Blob; name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [frame, width] = useWidth();
  const [sheetWidth, setSheetWidth] = useState(0);
  const [standing, setStanding] = useState<"drawing" | "drawn" | "not_opened">("drawing");
  useEffect(() => {
    let isGone = false;
    let drawn: DrawnDocument | null = null;
    drawDocument(content)
      .then((made) => {
        drawn = made;
        if (isGone) return made.putAway();
        const host = place.current;
        if (host === null) return;
        const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [...made.sheets];
        root.replaceChildren(...made.nodes);
        const sheets = [...root.querySelectorAll<HTMLElement>("section.docx")];
        setSheetWidth(Math.max(0, ...sheets.map(({ offsetWidth }) => offsetWidth + sheetMargin)));
        setStanding("drawn");
      })
      .catch(() => setStanding("not_opened"));
    return () => {
      isGone = true;
      drawn?.putAway();
    };
  }, [content]);
  return (
    <>
      {standing === "drawing" ? <Loading lines={4} /> : null}
      {standing === "not_opened" ? <Typography variant="body2">{texts.notOpened}</Typography> : null}
      <Box
        ref={frame}
        role="region"
        aria-label={name}
        tabIndex={0}
        sx={{
          contain: "layout paint",
          overflow: "auto",
          maxHeight: "80vh",
          border: standing === "drawn" ? 1 : 0,
          borderColor: "divider",
          "@media print": { maxHeight: "none" },
        }}
      >
        {/* A sheet is shown as a whole, as wide as there is room. */}
        <Box ref={place} sx={{ zoom: width > 0 && sheetWidth > width ? Math.max(smallest, width / sheetWidth) : 1 }} />
      </Box>
      {standing === "drawn" ? (
        <Typography variant="caption" color="textSecondary">
          {texts.asDrawn}
        </Typography>
      ) : null}
    </>
  );
}
