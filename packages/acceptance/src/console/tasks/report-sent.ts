import { act, read } from "../../procedure.ts";
import { reportValues } from "../../title-life.ts";
import { find, type Office } from "./office.ts";

/** The report of the world's platform, with its district or beyond. Its path. @throws Error when the platform cannot send it */
export async function reportSent(office: Office): Promise<string> {
  const { otherApplicant: platform } = office.people;
  const path = await find(office, "reports", () => true, "otherApplicant");
  const { state } = (await read<{ state: string }>(platform, path)).body;
  if (state !== "drafted" && state !== "returned") return path;
  await act(platform, path, "edit", { values: reportValues });
  const { status, body } = await act(platform, path, "submit");
  if (status !== 200) throw new Error(`the report is not sent: ${JSON.stringify(body)}`);
  return path;
}
