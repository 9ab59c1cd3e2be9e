import { stateLabels } from "@shifan/contract/labels";
import { SearchInput, SelectArrayInput, SelectInput } from "ra-ui-materialui";
import { useDistrictNames } from "../policy/use-policy.ts";
import { useMe } from "../shell/use-me.ts";
import { listTexts } from "./texts.ts";

type AlwaysOn = { source: string; alwaysOn?: boolean };

/** Search by words of two characters or more, as the server finds them. */
export function SearchFilter({ placeholder = listTexts.search, ...rest }: AlwaysOn & { placeholder?: string }) {
  return <SearchInput {...rest} placeholder={placeholder} sx={{ width: 240 }} />;
}

/** One or several states, in their words. */
export function StateFilter({
  of,
  states,
  ...rest
}: AlwaysOn & { of: keyof typeof stateLabels; states?: readonly string[] }) {
  const labels: Readonly<Record<string, string>> = stateLabels[of];
  const choices = (states ?? Object.keys(labels)).map((id) => ({ id, name: labels[id] ?? id }));
  return <SelectArrayInput {...rest} label={listTexts.state} choices={choices} sx={{ minWidth: 160 }} />;
}

/** One district. */
export function DistrictFilter(rest: AlwaysOn) {
  const choices = [...useDistrictNames()].map(([id, name]) => ({ id, name }));
  return <SelectInput {...rest} label={listTexts.district} choices={choices} sx={{ minWidth: 140 }} />;
}

/** How many years are offered: the present one and those before. */
const yearsOffered = 6;

/** One year. */
export function YearFilter(rest: AlwaysOn) {
  const present = Number(useMe()?.today.slice(0, 4));
  const years = Number.isNaN(present) ? [] : Array.from({ length: yearsOffered }, (_, back) => present - back);
  const choices = years.map((id) => ({ id, name: String(id) }));
  return <SelectInput {...rest} label={listTexts.year} choices={choices} sx={{ minWidth: 110 }} />;
}

/** One of a few named values. */
export function ChoiceFilter({
  label,
  choices,
  ...rest
}: AlwaysOn & { label: string; choices: Readonly<Record<string, string>> }) {
  return (
    <SelectInput
      {...rest}
      label={label}
      choices={Object.entries(choices).map(([id, name]) => ({ id, name }))}
      sx={{ minWidth: 140 }}
    />
  );
}
