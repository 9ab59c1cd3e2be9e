import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import { useId } from "react";
import { randomKey } from "../../api/random-key.ts";
import type { FieldProps } from "../../forms/field-props.ts";
import type { KeptFile, KeptSignatures } from "./kept.ts";
import { SignaturePad } from "./signature-pad.tsx";
import { visitTexts as texts } from "./texts.ts";

const blank: KeptSignatures = { inspectors: null, unit: null, unsignedReason: "" };

/** Both sides sign on the device, or on paper; a unit that does not sign has its reason written down. */
export function SignaturesField({ value, onChange, errors }: FieldProps) {
  const signatures = (value ?? null) as KeptSignatures | null;
  const labelId = useId();
  const sign = (side: "inspectors" | "unit") => (picture: Blob | null) => {
    const name = texts.fileNames[side];
    const signed: KeptFile | null =
      picture === null ? null : { key: randomKey(), file: new File([picture], name, { type: "image/png" }), id: null };
    onChange({ ...(signatures ?? blank), [side]: signed });
  };
  return (
    <Box role="group" aria-label={texts.signatures}>
      <FormControl>
        <FormLabel id={labelId}>{texts.signatures}</FormLabel>
        <RadioGroup
          row
          aria-labelledby={labelId}
          value={signatures === null ? "paper" : "device"}
          onChange={(_, where) => onChange(where === "paper" ? null : blank)}
        >
          <FormControlLabel value="device" label={texts.onDevice} control={<Radio />} />
          <FormControlLabel value="paper" label={texts.onPaper} control={<Radio />} />
        </RadioGroup>
      </FormControl>
      {[...errors.values()].map((error) => (
        <FormHelperText key={error} error>
          {error}
        </FormHelperText>
      ))}
      {signatures === null ? null : (
        <Box sx={{ display: "grid", gap: 2, mt: 1 }}>
          <SignaturePad
            label={texts.inspectors}
            signed={signatures.inspectors?.file ?? null}
            onSigned={sign("inspectors")}
          />
          <SignaturePad label={texts.unit} signed={signatures.unit?.file ?? null} onSigned={sign("unit")} />
          {signatures.unit === null ? (
            <TextField
              fullWidth
              multiline
              label={texts.unsignedReason}
              value={signatures.unsignedReason}
              onChange={(event) => onChange({ ...signatures, unsignedReason: event.target.value })}
            />
          ) : null}
        </Box>
      )}
    </Box>
  );
}
