import { checkUscc } from "@shifan/rules";

const characters = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

/** A unified social credit code for each number from 0 on, with the check characters that belong to it. */
export function usccOf(number: number): string {
  const begun = `91410100MA${String(number).padStart(6, "0")}`;
  for (const organisationCheck of [..."0123456789X"]) {
    for (const last of characters) {
      const checked = checkUscc(`${begun}${organisationCheck}${last}`);
      if (checked.ok) return checked.code;
    }
  }
  throw new Error(`no code begins with ${begun}`);
}
