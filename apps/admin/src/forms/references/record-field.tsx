import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import type { Tagged } from "../../api/data-provider.ts";
import { useRecord } from "../../api/use-record.ts";
import { useDistrictNames } from "../../policy/use-policy.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import type { FieldProps } from "../field-props.ts";
import { frameOf } from "../frame.ts";
import { bare } from "../schema.ts";
import type { Source } from "./sources.ts";
import { useFound } from "./use-found.ts";

type Known = { readonly id: string; readonly text: string };

/** A record, sought by its name, in the place of its id. */
export function RecordField({ resource, source, ...props }: FieldProps & { resource: string; source: Source }) {
  const { schema, value, onChange } = props;
  const [words, setWords] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<Known | null>(null);
  const { "x-reference-filter": filter = {} } = bare(schema);
  const found = useFound(resource, source, { words, filter, isOpen });
  const districts = useDistrictNames();
  const shown = (record: Tagged): Known => ({ id: record.id, text: source.textOf(record as never, districts) });
  const id = typeof value === "string" ? value : "";
  // What the page has filled in beforehand.
  const { data: given } = useRecord<Tagged>(resource, chosen?.id === id ? "" : id);
  const frame = frameOf(props, id === "" ? source.help : null);
  return (
    <>
      <Autocomplete<Known>
        options={(found.data ?? []).map(shown)}
        value={id === "" ? null : chosen?.id === id ? chosen : given === undefined ? { id, text: "" } : shown(given)}
        open={isOpen}
        onOpen={() => setIsOpen(true)}
        onClose={() => setIsOpen(false)}
        loading={found.isPending}
        // What the server has sought is shown as it came; a short list is sought through here.
        {...(source.isSought ? { filterOptions: (each: Known[]) => each } : {})}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        getOptionKey={(each) => each.id}
        getOptionLabel={(each) => each.text}
        onInputChange={(_, next, cause) => cause === "input" && setWords(next)}
        onChange={(_, next) => {
          setChosen(next);
          setWords("");
          onChange(next?.id ?? "");
        }}
        renderInput={(input) => <TextField {...input} {...frame} />}
      />
      {found.error ? <ProblemNote cause={found.error} onAgain={found.refetch} /> : null}
    </>
  );
}
