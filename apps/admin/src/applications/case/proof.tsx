import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { Link as RouterLink } from "react-router";
import { applicationTexts as texts } from "../texts.ts";

export type Proof = ApplicationFindings["proofs"][number];
export type Material = ApplicationFindings["materials"][number];

/** What belongs to a criterion on the other side: what the form says where, and the materials to be opened. */
export type Proving = {
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly materials: ReadonlyMap<string, Material>;
  /** Opens a material for a criterion, to come back to it. */
  readonly onMaterial: (material: string, criterion: string) => void;
};

/** The id of a criterion's row, to come back to. */
export const rowOfCriterion = (criterion: string) => `criterion-${criterion}`;

/** Beside a criterion: what the form says and where, and the materials that prove it, each a step away. */
export function ProofOf({ criterion, proving }: { criterion: string; proving: Proving }) {
  const proof = proving.proofs.get(criterion);
  if (proof === undefined) return null;
  const written = proof.stated.filter(({ value }) => value !== null);
  const materials = proof.materials.flatMap((id) => proving.materials.get(id) ?? []);
  return (
    <Box sx={{ mt: 0.25 }}>
      {written.length === 0 ? null : (
        <Typography component="span" variant="caption" sx={{ display: "block" }}>
          {texts.stated}：
          {written.map(({ part, title, name, value }, place) => (
            <span key={`${part} ${name}`}>
              {place === 0 ? "" : "；"}
              <Link
                component={RouterLink}
                underline="always"
                to={`?${new URLSearchParams({ tab: "form", part })}`}
                title={texts.seeInForm(title)}
              >
                {name === null ? title : name}
              </Link>{" "}
              {value}
            </span>
          ))}
        </Typography>
      )}
      {materials.length === 0 ? null : (
        <Box className="no-print" sx={{ display: "flex", flexWrap: "wrap", alignItems: "center" }}>
          <Typography component="span" variant="caption">
            {texts.provenBy}
          </Typography>
          {materials.map(({ id, title, verdict }) => (
            <Button
              key={id}
              onClick={() => proving.onMaterial(id, criterion)}
              title={texts.openMaterial(id, title)}
              sx={{ minWidth: 0, px: 0.75, py: 0 }}
            >
              {id}
              {verdict === "accepted" ? " ✓" : verdict === "defective" ? " ✗" : ""}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  );
}
