import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { entryTexts as texts } from "../texts.ts";
import type { Material } from "./use-material.ts";

/** Of the scan of a sealed annex: from which print it is. A form that was not printed from here has no code. */
export function ShortCode({
  sealed,
  fileId,
  isBusy,
  onWritten,
}: {
  sealed: Material["sealed"];
  fileId: string;
  isBusy: boolean;
  onWritten: (shortCode: string) => Promise<boolean>;
}) {
  const [code, setCode] = useState("");
  const scan = sealed?.files.find((each) => each.fileId === fileId);
  if (scan === undefined) return null;
  if (scan.printed !== null) {
    return <Typography variant="body2">{texts.printedAs(scan.printed.dataVersion, scan.printed.shortCode)}</Typography>;
  }
  return (
    <>
      <TextField
        label={texts.shortCode}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        sx={{ width: 260 }}
        slotProps={{ htmlInput: { maxLength: 30 } }}
      />
      <Button disabled={code.trim() === "" || isBusy} onClick={() => void onWritten(code.trim())}>
        {texts.tie}
      </Button>
    </>
  );
}
