import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import type { Title } from "@shifan/contract";
import { stateLabels } from "@shifan/contract/labels";
import { dayText } from "../texts/days.ts";
import { certificationsTexts as texts } from "./texts.ts";

/** What the second officer vouches for, and what follows, before they do. */
export function BeforeConfirming({ record }: { record: Title }) {
  const { source, standing, validFrom, validTo, barredUntil } = record;
  const names: Readonly<Record<string, string>> = stateLabels.certifications;
  const lines = [
    texts.toConfirm(source),
    texts.confirmed(names[standing] ?? standing, dayText(validFrom), dayText(validTo)),
    ...(barredUntil === null ? [] : [texts.barred(dayText(barredUntil))]),
    texts.final,
  ];
  return (
    <Alert severity="warning" sx={{ my: 1 }}>
      {lines.map((line) => (
        <Typography variant="body2" key={line}>
          {line}
        </Typography>
      ))}
    </Alert>
  );
}
