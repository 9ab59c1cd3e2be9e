import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import type { Assessment } from "@shifan/contract/client";
import { useId, useState } from "react";
import { applicationTexts as texts } from "../texts.ts";
import { CriteriaTable } from "./criteria-table.tsx";
import { CrossChecks } from "./cross-checks.tsx";
import type { Proving } from "./proof.tsx";

/** The rules' verdict by criterion in two groups: what somebody has to look at is open, what is met is folded. */
export function Criteria({
  assessment,
  findings,
  proving,
}: Pick<ApplicationFindings, "assessment" | "findings"> & { proving?: Proving }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const gravest = ({ status }: Assessment["criteria"][number]) => (status === "not_met" ? 0 : 1);
  const open = assessment.criteria
    .filter(({ status }) => status !== "met")
    .toSorted((first, second) => gravest(first) - gravest(second));
  const heading = texts.toLookAt(open.length + findings.length);
  const met = assessment.criteria.filter(({ status }) => status === "met");
  return (
    <>
      <Typography component="h2" variant="h3" gutterBottom>
        {heading}
      </Typography>
      {open.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {texts.nothingToLookAt}
        </Typography>
      ) : (
        <CriteriaTable label={heading} criteria={open} proving={proving} />
      )}
      <CrossChecks findings={findings} />
      {assessment.expert.length === 0 ? null : (
        <Typography variant="body2" color="textSecondary" sx={{ my: 1 }}>
          {texts.judgedByExperts}：{assessment.expert.map(({ title, article }) => `${title}（${article}）`).join("；")}
        </Typography>
      )}
      <Typography component="h2" variant="h3">
        <Button
          color="inherit"
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-controls={id}
          sx={{ fontSize: "inherit", fontWeight: "inherit", px: 0 }}
        >
          {isOpen ? "▾" : "▸"} {texts.met(met.length)}
        </Button>
      </Typography>
      {/* On paper everything is open. */}
      <div id={id}>
        <CriteriaTable label={texts.met(met.length)} criteria={met} proving={proving} isFolded={!isOpen} />
      </div>
    </>
  );
}
