import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { useEffect, useRef, useState } from "react";
import { FilePreview } from "../../files/file-preview.tsx";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";
import { Judge } from "./judge.tsx";

/** The chosen material: what the rules found in it, the officer's verdict, and its files, one at a time. */
export function MaterialPreview({
  record,
  material,
  back,
  onAccepted,
}: {
  record: Case;
  material: ApplicationFindings["materials"][number];
  /** The criterion from which it was opened. */
  back: { readonly title: string; readonly onBack: () => void } | null;
  onAccepted: () => void;
}) {
  const { fileIds } = material;
  const [place, setPlace] = useState(0);
  const shown = fileIds[place] ?? fileIds[0];
  const heading = useRef<HTMLHeadingElement>(null);
  const title = back?.title;
  useEffect(() => {
    if (title !== undefined) heading.current?.focus();
  }, [title]);
  return (
    <Box component="section" aria-label={texts.preview}>
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1 }}>
        <Typography ref={heading} tabIndex={-1} component="h2" variant="h3" sx={{ flex: 1, py: 0.5 }}>
          {material.id} {material.title}
          <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
            {material.article}
          </Typography>
        </Typography>
        <Judge {...{ record, material, onAccepted }} />
      </Box>
      {back === null ? null : (
        <Button onClick={back.onBack} className="no-print" sx={{ mb: 0.5 }}>
          {texts.backTo(back.title)}
        </Button>
      )}
      {material.reasons.map(({ code, text }) => (
        <Typography key={code} variant="body2" color="warning">
          {text}
        </Typography>
      ))}
      {material.sealed?.message ? <Typography variant="body2">{material.sealed.message}</Typography> : null}
      {material.verdictReason === null ? null : (
        <Typography variant="body2" color="error">
          {texts.defective}：{material.verdictReason}
        </Typography>
      )}
      {shown === undefined ? (
        <Typography color="textSecondary">{material.isOnPaper ? texts.seeOriginal : texts.noFile}</Typography>
      ) : null}
      {fileIds.length < 2 ? null : (
        <Box role="group" aria-label={texts.preview} className="no-print">
          {fileIds.map((id, at) => (
            <Button
              key={id}
              variant={id === shown ? "outlined" : "text"}
              aria-pressed={id === shown}
              onClick={() => setPlace(at)}
            >
              {texts.file(at + 1)}
            </Button>
          ))}
        </Box>
      )}
      {shown === undefined ? null : <FilePreview key={shown} id={shown} />}
    </Box>
  );
}
