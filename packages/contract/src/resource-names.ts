/** What the table of access keeps apart and people look at under one name: address, page and words are those of the other. */
const underAnother: ReadonlyMap<string, string> = new Map([
  ["city_checks", "inspections"],
  ["staff_complaints", "complaints"],
]);

/** The name in the table of access of what an address writes with hyphens. */
export const resourceAtAddress = (address: string): string => address.replaceAll("-", "_");

/** The name under which people look at a kind of record, as the table of access writes it. */
export const shownResource = (resource: string): string => underAnother.get(resource) ?? resource;

/** The name in the address of a kind of record. */
export const addressOfResource = (resource: string): string => shownResource(resource).replaceAll("_", "-");

/** The kinds of record that people look at under a name, itself first. */
export const kindsShownAs = (name: string): readonly string[] => [
  name,
  ...[...underAnother].filter(([, shown]) => shown === name).map(([kind]) => kind),
];
