import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import type { ApplicationFormView } from "@shifan/contract";
import { useParams } from "react-router";
import type { FieldProps } from "../../forms/field-props.ts";
import { frameOf } from "../../forms/frame.ts";
import { applicationTexts } from "../texts.ts";
import { placesOf } from "./places.ts";
import { usePart } from "./use-part.ts";

/** A field of the form by which the case that is open was filled in, or none: its words are what the letter to the applicant says. */
export function PlaceInFormField(props: FieldProps) {
  const { value, onChange, errors } = props;
  const { id = "" } = useParams();
  const { data, isPending } = usePart<ApplicationFormView>(decodeURIComponent(id), "form");
  const places = placesOf(data?.parts ?? []);
  const frame = { ...frameOf(props), helperText: errors.get("") ?? applicationTexts.placeHelp };
  return (
    <Autocomplete
      options={places}
      value={places.find(({ text }) => text === value) ?? null}
      loading={isPending}
      groupBy={({ part }) => part}
      getOptionKey={({ text }) => text}
      getOptionLabel={({ text }) => text}
      onChange={(_, next) => onChange(next?.text ?? "")}
      renderOption={({ key, ...option }, { field }) => (
        <li key={key} {...option}>
          {field}
        </li>
      )}
      renderInput={(input) => <TextField {...input} {...frame} />}
    />
  );
}
