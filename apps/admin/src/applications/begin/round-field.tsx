import type { Round } from "@shifan/contract";
import type { FieldProps } from "../../forms/field-props.ts";
import { useRelated } from "../../pages/use-related.ts";
import { ChoiceOf } from "../case/act-fields.tsx";
import { isOpenForEntry } from "./open-rounds.ts";
import { beginTexts as texts } from "./texts.ts";

/** One of the rounds for which dossiers are typed in. */
export function RoundField(props: FieldProps) {
  const { data } = useRelated<Round>("rounds", {}, "year");
  const rounds = (data?.data ?? []).filter(isOpenForEntry);
  const choices = rounds.map(({ id, year, noticeTitle }) => [id, texts.year(year, noticeTitle)] as const);
  return <ChoiceOf {...props} choices={choices} />;
}
