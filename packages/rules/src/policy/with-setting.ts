import type { PolicyDocument } from "./schema.ts";

type Setting = PolicyDocument["settings"][number];

/** A reading of the law or a choice of a policy by its id; undefined where it has none. */
export function findSetting({ settings, supervision }: PolicyDocument, id: string): Setting | undefined {
  return [...settings, ...supervision.readings].find((setting) => setting.id === id);
}

/**
 * The version of a policy in which a setting has another value: the next number, in force from a day on. Whatever was judged by the one before
 * stays as it was.
 *
 * @param change.value one of the setting's options, as its text
 * @param change.from YYYY-MM-DD
 * @param change.ground where it is written, for whoever reads the setting
 * @throws RangeError for a setting or a value that the policy does not know
 */
export function withSetting(
  document: PolicyDocument,
  { id, value, version, from, ground }: { id: string; value: string; version: number; from: string; ground: string },
): PolicyDocument {
  const option = findSetting(document, id)?.options.find((each) => String(each.value) === value);
  if (option === undefined) throw new RangeError(`the policy has no setting ${id} with the value ${value}`);
  const decide = (setting: Setting): Setting =>
    setting.id === id ? { ...setting, value: option.value, mark: "解释", ground } : setting;
  return {
    ...document,
    version,
    selectable_from: { date: from, mark: "解释", ground },
    settings: document.settings.map(decide),
    supervision: { ...document.supervision, readings: document.supervision.readings.map(decide) },
  };
}
