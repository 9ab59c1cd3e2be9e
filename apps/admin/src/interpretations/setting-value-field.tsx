import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useContext, useEffect } from "react";
import type { ActFormAdditions } from "../acts/act-form.tsx";
import type { FieldProps } from "../forms/field-props.ts";
import { FormSubjectContext } from "../forms/form-subject.ts";
import { frameOf } from "../forms/frame.ts";
import { usePolicy } from "../policy/use-policy.ts";
import { texts as common } from "../texts/texts.ts";
import { interpretationsTexts as texts } from "./texts.ts";

/** The value that a reading is given: one of those that the policy lists for the reading chosen beside it, in its words. */
function SettingValueField(props: FieldProps) {
  const { value, onChange } = props;
  const { values } = useContext(FormSubjectContext);
  const settings = usePolicy()?.settings;
  const setting = settings?.find(({ id }) => id === values.settingId);
  const options = setting?.options.map((option) => ({ ...option, value: String(option.value) })) ?? [];
  const chosen = typeof value === "string" && options.some((option) => option.value === value) ? value : "";
  const isOfAnother = settings !== undefined && typeof value === "string" && value !== chosen;
  useEffect(() => {
    // The value of the reading that was chosen before says nothing of this one.
    if (isOfAnother) onChange("");
  }, [isOfAnother, onChange]);
  const frame = frameOf(props);
  return (
    <TextField
      select
      fullWidth
      {...frame}
      disabled={setting === undefined}
      helperText={setting === undefined ? texts.chooseSetting : frame.helperText}
      value={chosen}
      onChange={(event) => onChange(event.target.value)}
    >
      <MenuItem value="">{common.none}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.value === String(setting?.value) ? texts.presently(option.label) : option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** How the form of an interpretation asks for what it changes. */
export const settingForm: ActFormAdditions = { own: { settingValue: SettingValueField } };
