import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { StaffNote } from "@shifan/contract";
import { roleLabels } from "@shifan/contract/labels";
import { lazy, Suspense, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import { DistrictCell } from "../cells/cells.tsx";
import { instantText } from "../texts/days.ts";
import { notesTexts as texts } from "./texts.ts";

const ActDialog = lazy(() => import("../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

/** One note: who wrote it as what, when, and what. One that was withdrawn is struck through and can still be read. */
export function OneNote({ note }: { note: StaffNote & Tagged }) {
  const [isOpen, setIsOpen] = useState(false);
  const { authorName, role, district, createdAt, withdrawnAt, text, revision, allowedActs } = note;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: "divider", py: 1 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {authorName}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {district === null ? roleLabels[role] : <DistrictCell district={district} />}　{instantText(createdAt)}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {allowedActs.includes("withdraw") ? <Button onClick={() => setIsOpen(true)}>{texts.withdraw}</Button> : null}
      </Box>
      <Typography
        sx={{
          whiteSpace: "pre-wrap",
          overflowWrap: "anywhere",
          ...(withdrawnAt === null ? {} : { textDecoration: "line-through" }),
        }}
        color={withdrawnAt === null ? "textPrimary" : "textSecondary"}
      >
        {text ?? texts.erased}
      </Typography>
      {withdrawnAt === null ? null : (
        <Typography variant="body2" color="textSecondary">
          {texts.withdrawn(instantText(withdrawnAt))}
        </Typography>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <ActDialog
            resource="staff-notes"
            record={{ ...note, etag: `"${revision}"` }}
            act="withdraw"
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      ) : null}
    </Box>
  );
}
