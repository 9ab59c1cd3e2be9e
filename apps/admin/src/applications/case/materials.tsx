import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { useEffect, useRef } from "react";
import { colours } from "../../theme/theme.ts";
import { applicationTexts as texts } from "../texts.ts";

type Material = ApplicationFindings["materials"][number];

function verdictOf({ verdict }: Material): { label: string; color: string } {
  if (verdict === "accepted") return { label: `✓ ${texts.accepted}`, color: colours.green };
  if (verdict === "defective") return { label: `✗ ${texts.defective}`, color: colours.red };
  return { label: texts.unjudged, color: colours.inkQuiet };
}

function standingOf({ status, isOnPaper, fileIds }: Material): string {
  const files = fileIds.length > 0 ? texts.files(fileIds.length) : isOnPaper ? texts.onPaper : "";
  return [texts.materialStatus[status] ?? status, files].filter((each) => each !== "").join(" ");
}

/** The materials with what the rules and the officer say of each, a line for each; choosing one opens its files. */
export function Materials({
  materials,
  chosen,
  onChoose,
}: {
  materials: readonly Material[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  // The next one is chosen by itself, and may lie below the edge.
  useEffect(() => {
    if (chosen !== null) list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <List ref={list} dense disablePadding aria-label={texts.materials}>
      {materials.map((material) => {
        const { label, color } = verdictOf(material);
        return (
          <ListItem key={material.id} disablePadding>
            <ListItemButton
              selected={chosen === material.id}
              aria-current={chosen === material.id}
              onClick={() => onChoose(material.id)}
              sx={{ py: 0.25, px: 1, gap: 1 }}
            >
              <Typography variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }} title={material.title}>
                {material.id} {material.title}
              </Typography>
              <Typography variant="caption" color="textSecondary" noWrap sx={{ flexShrink: 0 }}>
                {standingOf(material)}
              </Typography>
              <Typography variant="caption" noWrap sx={{ color, width: 56, flexShrink: 0, textAlign: "right" }}>
                {label}
              </Typography>
            </ListItemButton>
          </ListItem>
        );
      })}
    </List>
  );
}
