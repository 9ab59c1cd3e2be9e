/** The fields of a section, or the columns of a row, by id. */
export type Values = Readonly<Record<string, unknown>>;

/** A part of the form as the server has it. */
export type Seen = { readonly revision: number; readonly values: Values };

/** What is typed over a state of a part that was seen. Only what differs from it is held. */
export type Written = { readonly seen: Seen; readonly typed: Values };

/** A field that a colleague has changed: what stood there, and what stands there now. */
export type Change = { readonly field: string; readonly was: unknown; readonly is: unknown };

/** How what is typed here goes together with what has come from elsewhere. */
export type Meeting = {
  readonly written: Written;
  /** Changed by a colleague, and by nobody here. */
  readonly theirs: readonly Change[];
  /** Changed by both, and not alike: the person has to choose. */
  readonly conflicts: readonly string[];
};

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether two values say the same: a number may be a text while it is typed, and nothing is nothing however it is written. */
export function isSame(one: unknown, other: unknown): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  if (typeof one === "object" || typeof other === "object") return JSON.stringify(one) === JSON.stringify(other);
  return String(one) === String(other);
}

/** The part with what is typed in it. */
export function valuesOf({ seen, typed }: Written): Values {
  return { ...seen.values, ...typed };
}

/** Puts a value into a field. What is as the server has it is not typed any more. */
export function write(written: Written, field: string, value: unknown): Written {
  const { [field]: _, ...others } = written.typed;
  const isKept = isSame(value, written.seen.values[field]);
  return { ...written, typed: isKept ? others : { ...others, [field]: value } };
}

/** Takes back what is typed in a field. */
export function takeBack(written: Written, field: string): Written {
  return write(written, field, written.seen.values[field]);
}

/** Goes on from the state that the part has now, with everything that is typed here. */
export function meet({ seen, typed }: Written, now: Seen): Meeting {
  const mine = Object.entries(typed).filter(([field, value]) => !isSame(value, now.values[field]));
  const changed = Object.keys({ ...seen.values, ...now.values }).filter(
    (field) => !isSame(seen.values[field], now.values[field]),
  );
  const own = new Set(Object.keys(typed));
  const left = Object.fromEntries(mine);
  return {
    written: { seen: now, typed: left },
    theirs: changed
      .filter((field) => !own.has(field))
      .map((field) => ({ field, was: seen.values[field], is: now.values[field] })),
    conflicts: changed.filter((field) => Object.hasOwn(left, field)),
  };
}

/** What to send: everything, but as the server has it where a field waits for something. */
export function bodyOf(written: Written, without: ReadonlySet<string>): Values {
  const sent = Object.entries(written.typed).filter(([field]) => !without.has(field));
  return { ...written.seen.values, ...Object.fromEntries(sent) };
}

/** Whether a field still holds what was sent: what was put right while it was on its way is not what the server has refused. */
export function holdsAsSent({ typed }: Written, sent: Values, field: string): boolean {
  return Object.hasOwn(typed, field) && Object.hasOwn(sent, field) && isSame(typed[field], sent[field]);
}

/** Goes on after a save. What was typed while it was on its way stays typed. @param sent what was sent as typed @param now how the server has put it */
export function afterSave(written: Written, sent: Values, now: Seen): Written {
  const since = Object.entries(written.typed).filter(
    ([field, value]) => !(Object.hasOwn(sent, field) && isSame(sent[field], value)),
  );
  return { seen: now, typed: Object.fromEntries(since.filter(([field, value]) => !isSame(value, now.values[field]))) };
}
