import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import type { Title } from "@shifan/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dataProvider, type Tagged } from "../api/data-provider.ts";
import { useRecord } from "../api/use-record.ts";
import type { FieldProps } from "../forms/field-props.ts";
import { labelOf } from "../forms/schema.ts";
import { useDistrictNames } from "../policy/use-policy.ts";
import { texts } from "../texts/texts.ts";
import { certificationsTexts } from "./texts.ts";

type Found = Title & Tagged;
const mostShown = 20;

/** The titles in whose names or numbers the words are. */
function useFoundTitles(words: string) {
  const filter = words.trim().length < 2 ? {} : { q: words.trim() };
  return useQuery({
    queryKey: ["certifications", "found", filter],
    queryFn: () =>
      dataProvider.getList<Found>("certifications", {
        pagination: { page: 1, perPage: mostShown },
        sort: { field: "validFrom", order: "DESC" },
        filter,
      }),
    placeholderData: keepPreviousData,
  });
}

/** A title, sought by the name of the platform or the number of the certificate, in the place of its id. */
export function TitleField({ name, schema, value, onChange, required, errors }: FieldProps) {
  const [words, setWords] = useState("");
  const found = useFoundTitles(words);
  const id = typeof value === "string" ? value : "";
  const districts = useDistrictNames();
  const options = found.data?.data ?? [];
  const chosen = options.find((each) => each.id === id) ?? null;
  const error = errors.get("") ?? null;
  return id !== "" && chosen === null ? (
    <KnownTitle {...{ id, onChange }} label={labelOf(name, schema)} error={error} />
  ) : (
    <Autocomplete
      options={options}
      value={chosen}
      loading={found.isPending}
      loadingText={texts.loading}
      noOptionsText={certificationsTexts.notFound}
      filterOptions={(each) => each}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      getOptionKey={(each) => each.id}
      getOptionLabel={(each) =>
        [each.platformName, each.certificateNumber, districts.get(each.district)].filter(Boolean).join("　")
      }
      onInputChange={(_, next, cause) => cause === "input" && setWords(next)}
      onChange={(_, next) => onChange(next?.id ?? "")}
      renderInput={(props) => (
        <TextField
          {...props}
          label={labelOf(name, schema)}
          required={required}
          error={error !== null}
          helperText={error ?? certificationsTexts.searchHelp}
        />
      )}
    />
  );
}

/** The title that was chosen before: by its name, and changed by seeking another. */
function KnownTitle({
  id,
  label,
  error,
  onChange,
}: {
  id: string;
  label: string;
  error: string | null;
  onChange: (value: unknown) => void;
}) {
  const { data } = useRecord<Found>("certifications", id);
  return (
    <Autocomplete
      options={[]}
      value={data === undefined ? null : data}
      getOptionLabel={(each) => [each.platformName, each.certificateNumber].filter(Boolean).join("　")}
      noOptionsText={certificationsTexts.notFound}
      onChange={(_, next) => next === null && onChange("")}
      renderInput={(props) => <TextField {...props} label={label} error={error !== null} helperText={error} />}
    />
  );
}
