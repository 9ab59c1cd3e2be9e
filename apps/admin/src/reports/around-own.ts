/** What a chart can hold before nobody can read it. */
const most = 20;

/**
 * Values from the highest down, as many as a chart holds: the highest of all, and always the own one, in whose place the lowest of them goes.
 *
 * @returns how many are not shown, too
 */
export function aroundOwn<Value extends { readonly reportId: string }>(
  values: readonly Value[],
  ownId: string,
): { values: readonly Value[]; left: number } {
  if (values.length <= most) return { values, left: 0 };
  const first = values.slice(0, most);
  const own = values.find(({ reportId }) => reportId === ownId);
  const shown = own === undefined || first.includes(own) ? first : [...first.slice(0, most - 1), own];
  return { values: shown, left: values.length - most };
}
