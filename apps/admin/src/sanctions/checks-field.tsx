import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import { useGrounds } from "../certifications/use-grounds.ts";
import type { FieldProps } from "../forms/field-props.ts";
import { checkText } from "./checks.tsx";
import { sanctionsTexts as texts } from "./texts.ts";

/** The checks that bear the proposal, of the title that was chosen. */
export function ChecksField({ value, onChange, errors, certificationId }: FieldProps & { certificationId: string }) {
  const { data } = useGrounds(certificationId);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  const checks = (data?.checks ?? []).filter(({ isClosed }) => isClosed);
  const help = certificationId === "" ? texts.noInspections : checks.length === 0 ? texts.noneClosed : null;
  const error = errors.get("") ?? null;
  return (
    <FormControl component="fieldset" error={error !== null}>
      <FormLabel component="legend">{texts.inspections}</FormLabel>
      <FormGroup>
        {checks.map((check) => (
          <FormControlLabel
            key={check.id}
            label={checkText(check)}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(check.id)}
                onChange={(_, isChosen) => toggle(check.id, isChosen)}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText>{error ?? help}</FormHelperText>
    </FormControl>
  );
}
