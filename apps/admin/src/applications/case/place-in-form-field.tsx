import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import type { ApplicationFormView } from "@shifan/contract";
import { useParams } from "react-router";
import type { FieldProps } from "../../forms/field-props.ts";
import { labelOf } from "../../forms/schema.ts";
import { texts } from "../../texts/texts.ts";
import { applicationTexts } from "../texts.ts";
import { placesOf } from "./places.ts";
import { usePart } from "./use-part.ts";

/** A field of the form by which the case that is open was filled in, or none: its words are what the letter to the applicant says. */
export function PlaceInFormField({ name, schema, value, onChange, required, errors }: FieldProps) {
  const { id = "" } = useParams();
  const { data, isPending } = usePart<ApplicationFormView>(decodeURIComponent(id), "form");
  const places = placesOf(data?.parts ?? []);
  const error = errors.get("") ?? null;
  return (
    <Autocomplete
      options={places}
      value={places.find(({ text }) => text === value) ?? null}
      loading={isPending}
      loadingText={texts.loading}
      noOptionsText={texts.notFound}
      openText={texts.unfold}
      closeText={texts.fold}
      clearText={texts.clear}
      groupBy={({ part }) => part}
      getOptionKey={({ text }) => text}
      getOptionLabel={({ text }) => text}
      onChange={(_, next) => onChange(next?.text ?? "")}
      renderOption={({ key, ...props }, { field }) => (
        <li key={key} {...props}>
          {field}
        </li>
      )}
      renderInput={(props) => (
        <TextField
          {...props}
          label={labelOf(name, schema)}
          required={required}
          error={error !== null}
          helperText={error ?? applicationTexts.placeHelp}
        />
      )}
    />
  );
}
