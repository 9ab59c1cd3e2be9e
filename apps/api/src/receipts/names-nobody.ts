import type { InputErrors } from "../acts/outcome.ts";

/** A name or an address of fewer characters stands in too many texts by chance. */
const shortestName = 2;
const shortestAddress = 5;

const plain = (text: string) => text.normalize("NFKC").replace(/[\s-]/g, "");

/**
 * Refuses words that others get to read when they hold the name of whoever filed, or how they are reached. Which of the two it is, is not repeated.
 *
 * @param filer as it was sealed with the filing; what was not given, or has been erased, is null
 */
export function checkNamesNobody(
  filer: { readonly name: string | null; readonly address: string | null },
  text: string,
  path: string,
): InputErrors {
  const holds = (value: string | null, least: number) => {
    const wanted = plain(value ?? "");
    return wanted.length >= least && plain(text).includes(wanted);
  };
  if (!holds(filer.name, shortestName) && !holds(filer.address, shortestAddress)) return [];
  return [{ path, code: "names_objector", message: "里面有反映人的姓名或联系方式，别人会看到，请改写" }];
}
