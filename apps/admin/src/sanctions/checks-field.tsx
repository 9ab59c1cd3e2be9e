import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import type { Inspection } from "@shifan/contract";
import { DayCell } from "../cells/cells.tsx";
import type { FieldProps } from "../forms/field-props.ts";
import { useRelated } from "../pages/use-related.ts";
import { sanctionsTexts as texts } from "./texts.ts";

/** The checks that bear the proposal, of the title that was chosen. */
export function ChecksField({ value, onChange, errors, certificationId }: FieldProps & { certificationId: string }) {
  const { data } = useRelated<Inspection>(
    "inspections",
    certificationId === "" ? null : { certificationId, state: "closed" },
  );
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  const checks = data?.data ?? [];
  const help = certificationId === "" ? texts.noInspections : checks.length === 0 ? texts.noneClosed : null;
  const error = errors.get("") ?? null;
  return (
    <FormControl component="fieldset" error={error !== null}>
      <FormLabel component="legend">{texts.inspections}</FormLabel>
      <FormGroup>
        {checks.map(({ id, kindName, carriedOutOn, resultName }) => (
          <FormControlLabel
            key={id}
            control={
              <Checkbox size="small" checked={chosen.includes(id)} onChange={(_, checked) => toggle(id, checked)} />
            }
            label={
              <>
                {kindName}　<DayCell day={carriedOutOn} />　{resultName}
              </>
            }
          />
        ))}
      </FormGroup>
      <FormHelperText>{error ?? help}</FormHelperText>
    </FormControl>
  );
}
