import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { Title } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { useRef } from "react";
import { Link } from "react-router";
import { pathOf } from "../../api/data-provider.ts";
import { DayCell, DistrictCell } from "../../cells/cells.tsx";
import { SaveLink } from "../../files/save-link.tsx";
import { Card } from "../../pages/card.tsx";
import { Related } from "../../pages/related.tsx";
import { texts as general } from "../../texts/texts.ts";
import { Faults } from "./faults.tsx";
import { Preview } from "./preview.tsx";
import { importTexts as texts } from "./texts.ts";
import { useWorkbook } from "./use-workbook.ts";

/** Titles that exist already, entered from papers: a workbook checked, looked at, entered, and confirmed by a second officer. */
export default function ImportPage() {
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center", mb: 1.5 }}>
        <Typography component="h1" variant="h1" sx={{ flex: 1 }}>
          {texts.title}
        </Typography>
        <Button component={Link} to="/certifications">
          {general.back}
        </Button>
      </Box>
      <Card>
        <Typography variant="body2" gutterBottom>
          {texts.lead}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {texts.oneOnly}
        </Typography>
      </Card>
      <Card title={texts.first}>
        <Typography variant="body2" gutterBottom>
          {texts.templateLead}
        </Typography>
        <SaveLink href={pathOf("certifications", "import", "template.xlsx")} look="outlined">
          {texts.template}
        </SaveLink>
      </Card>
      <Steps />
      <Card title={texts.waiting}>
        <Related<Title>
          resource="certifications"
          filter={{ isConfirmed: false }}
          sort="validFrom"
          columns={[
            { label: labels.platformName, cell: ({ platformName }) => platformName },
            { label: labels.district, cell: ({ district }) => <DistrictCell district={district} /> },
            { label: labels.documentNumber, cell: ({ documentNumber }) => documentNumber },
            { label: labels.validTo, cell: ({ validTo }) => <DayCell day={validTo} /> },
            { label: labels.source, cell: ({ source }) => source },
          ]}
        />
      </Card>
    </>
  );
}

/** The second and the third step, and what came of them. */
function Steps() {
  const { standing, choose, check, enter } = useWorkbook();
  const input = useRef<HTMLInputElement>(null);
  const { step } = standing;
  return (
    <>
      <Card title={texts.second}>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          aria-label={texts.choose}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file chosen again, mended, is another choice.
            target.value = "";
            if (file !== undefined) void choose(file);
          }}
        />
        <Box sx={{ display: "flex", alignItems: "center", gap: 2, mb: step === "none" ? 0 : 1.5 }}>
          <Button
            variant={step === "none" || step === "refused" ? "contained" : "outlined"}
            disabled={step === "checking" || step === "entering"}
            onClick={() => input.current?.click()}
          >
            {step === "none" ? texts.choose : texts.chooseAgain}
          </Button>
          {"workbook" in standing ? (
            <Typography variant="body2">{texts.chosen(standing.workbook.name)}</Typography>
          ) : null}
        </Box>
        <Box aria-live="polite">
          {step === "checking" ? <Typography color="textSecondary">{texts.checking}</Typography> : null}
          {step === "refused" ? <Faults cause={standing.cause} onAgain={() => void check(standing.workbook)} /> : null}
          {step === "entered" ? (
            <Alert severity="success">
              {texts.entered(standing.ids.length)}
              {texts.enteredLead}
            </Alert>
          ) : null}
        </Box>
      </Card>
      {step === "checked" || step === "entering" ? (
        <Card title={texts.third}>
          <Preview preview={standing.preview} />
          {step === "checked" && standing.cause !== null ? <Faults cause={standing.cause} /> : null}
          <Button
            variant="contained"
            disabled={step === "entering"}
            onClick={() => void enter(standing.workbook, standing.preview)}
          >
            {texts.enter(standing.preview.titles.length)}
          </Button>
        </Card>
      ) : null}
    </>
  );
}
