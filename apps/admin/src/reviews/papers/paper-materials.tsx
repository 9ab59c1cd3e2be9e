import Box from "@mui/material/Box";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import Typography from "@mui/material/Typography";
import type { ReviewPapers } from "@shifan/contract";
import { useState } from "react";
import { pathOf } from "../../api/data-provider.ts";
import { applicationTexts } from "../../applications/texts.ts";
import { FilePreview } from "../../files/file-preview.tsx";
import { reviewsTexts as texts } from "../texts.ts";

type Material = ReviewPapers["materials"][number];

/** The materials of a case, and the files of the chosen one below. */
export function PaperMaterials({ reviewId, materials }: { reviewId: string; materials: readonly Material[] }) {
  const asked = materials.filter(({ status }) => status !== "not_applicable");
  const [chosen, setChosen] = useState<string | null>(null);
  const material = asked.find(({ id }) => id === chosen) ?? null;
  return (
    <>
      <List dense disablePadding>
        {asked.map(({ id, title, status, article, isOnPaper }) => (
          <ListItem key={id} disablePadding>
            <ListItemButton selected={id === chosen} onClick={() => setChosen(id)} sx={{ py: 0.25 }}>
              <Box sx={{ minWidth: 0, flex: 1, display: "flex", gap: 1 }}>
                <Typography variant="body2" noWrap title={title} sx={{ flex: 1 }}>
                  {id} {title}
                </Typography>
                <Typography variant="caption" color="textSecondary" noWrap>
                  {applicationTexts.materialStatus[status] ?? status}
                  {isOnPaper ? `　${applicationTexts.onPaper}` : ""}　{article}
                </Typography>
              </Box>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
      <Box sx={{ mt: 1.5, borderTop: 1, borderColor: "divider", pt: 1.5 }} aria-live="polite">
        {material === null ? (
          <Typography color="textSecondary">{texts.noMaterialChosen}</Typography>
        ) : (
          <>
            <Typography component="h3" variant="h3" gutterBottom>
              {material.id} {material.title}
            </Typography>
            {material.files.length === 0 ? <Typography>{texts.noFile}</Typography> : null}
            {material.files.map((file) => (
              <FilePreview
                key={file.id}
                id={file.id}
                path={pathOf("reviews", reviewId, "papers", "files", file.id)}
                known={file}
              />
            ))}
          </>
        )}
      </Box>
    </>
  );
}
