export type FactValue = string | number | boolean | readonly string[];
/** Facts as they come over the wire: snake_case ids, money as text, days as YYYY-MM-DD; unknown ones are left out. */
export type WireFacts = { [fact: string]: FactValue };
