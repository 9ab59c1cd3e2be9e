import type { ComponentType } from "react";
import { Field } from "../../forms/field.tsx";
import type { FieldProps } from "../../forms/field-props.ts";
import { useMe } from "../../shell/use-me.ts";

/** The districts for which the person acts: their own, and those for which they stand in. */
export function useOwnDistricts(): {
  readonly first: string | undefined;
  /** The field that asks for the district; null where there is nothing to ask. */
  readonly field: ComponentType<FieldProps> | null;
} {
  const grants = useMe()?.grants ?? [];
  const own = new Set(grants.flatMap(({ district }) => (district === null ? [] : [district])));
  const [first] = own;
  return { first, field: own.size > 1 ? Field : null };
}
