import fc from "fast-check";

export interface RuleProperty {
  /** The rule it proves. */
  readonly name: string;
  /** Runs for each unit of size; costly properties have fewer. */
  readonly weight: number;
  readonly make: () => fc.IRawProperty<unknown>;
}

/** Names a property over drawn values; `holds` throws where it fails. */
export function property<Values extends [unknown, ...unknown[]]>(
  name: string,
  weight: number,
  arbitraries: { [Position in keyof Values]: fc.Arbitrary<Values[Position]> },
  holds: (...values: Values) => void,
): RuleProperty {
  return {
    name,
    weight,
    make: () => fc.property(fc.tuple<Values>(...arbitraries), (values) => holds(...values)) as fc.IRawProperty<unknown>,
  };
}

/** One number from 0 to 99 for each of so many things, and a share: a thing is chosen where its number is below the share. */
export function choiceOf(count: number): fc.Arbitrary<(position: number) => boolean> {
  return fc.tuple(fc.array(fc.nat(99), { minLength: count, maxLength: count }), fc.nat(100)).map(
    ([draws, share]) =>
      (position: number) =>
        (draws[position] as number) < share,
  );
}
