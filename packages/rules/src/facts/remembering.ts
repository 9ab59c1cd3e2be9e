/** A function of a number that keeps its last result: most applicants submit on one and the same day. */
export function remembering(of: (value: number) => number): (value: number) => number {
  let last = Number.NaN;
  let result = Number.NaN;
  return (value) => {
    if (value === last) return result;
    last = value;
    result = of(value);
    return result;
  };
}
