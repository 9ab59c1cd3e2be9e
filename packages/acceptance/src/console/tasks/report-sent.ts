import { read } from "../../procedure.ts";
import { reportValues } from "../../title-life.ts";
import { doOn, find, type Office } from "./office.ts";

/** The report of the world's platform, with its district or beyond. Its path. @throws Error when the platform cannot send it */
export async function reportSent(office: Office): Promise<string> {
  const { otherApplicant: platform } = office.people;
  const path = await find(office, "reports", () => true, "otherApplicant");
  const { state } = (await read<{ state: string }>(platform, path)).body;
  if (state !== "drafted" && state !== "returned") return path;
  await doOn(platform, path, "edit", { values: reportValues });
  return doOn(platform, path, "submit");
}
