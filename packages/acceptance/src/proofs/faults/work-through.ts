import { randomUUID } from "node:crypto";
import { sampleForm } from "@shifan/rules/testing";
import { make } from "../../procedure.ts";
import type { Draw } from "../../random.ts";
import { type Case, caseOf, countAct, type Workers } from "./case.ts";
import { usccOf } from "./codes.ts";
import { decide } from "./district-work.ts";
import { fillLists, fillSections } from "./form-work.ts";
import type { Line } from "./line.ts";
import { uploadFile } from "./upload-file.ts";

export interface Work {
  readonly line: Line;
  readonly draw: Draw;
  readonly roundId: string;
}

const district = "410105";

/**
 * Works a case through, from the organization's registration to the completed survey: on the draft applicant and colleague write at the same
 * time. Every change is told to `begun`'s case before its next.
 */
export async function workThrough(
  work: Work,
  workers: Workers,
  number: number,
  begun: (begun: Case) => void,
): Promise<void> {
  const { line, draw } = work;
  const opened = await openCase(work, workers, number);
  begun(opened);
  await confirmMandate(work, opened);
  await Promise.all([fillSections(line, opened), fillLists(line, opened, draw), handInPapers(work, opened)]);
  await decide(line, opened);
}

/** With keys of their own these are sent again until they are answered, and make one organization and one draft. */
export async function openCase({ line, roundId }: Work, workers: Workers, number: number): Promise<Case> {
  const { applicant } = workers;
  const holder = { name: "王芳", phone: "0371-67886827" };
  const name = `郑州第${number}服务有限公司`;
  const registrationKey = randomUUID();
  const registered = await line.ask(() =>
    make(applicant, "/api/v1/organizations", { uscc: usccOf(number), name, district, holder }, registrationKey),
  );
  const { organizationId } = registered.body as { organizationId: string };
  const draftKey = randomUUID();
  const made = await line.ask(() => make(applicant, "/api/v1/applications", { roundId, organizationId }, draftKey));
  const paths = {
    organizationPath: `/api/v1/organizations/${organizationId}`,
    applicationPath: `/api/v1/applications/${(made.body as { id: string }).id}`,
  };
  return caseOf(workers, paths, Object.keys(sampleForm().lists));
}

export async function confirmMandate({ line, draw }: Work, of: Case): Promise<void> {
  const { organization, organizationPath, workers } = of;
  const { body } = await line.ask(() => workers.applicant.call(organizationPath));
  const [{ id: mandateId } = { id: "" }] = (body as { mandates: { id: string }[] }).mandates;
  const to = { purpose: "mandate", target: mandateId };
  const licenceFileId = await uploadFile(line, of, to, draw);
  const authorizationFileId = await uploadFile(line, of, to, draw);
  const papers = { licenceFileId, authorizationFileId };
  const act = (by: Workers["applicant"], name: string, json: object, state: string) => {
    const { revision } = organization.value;
    return line.change(organization, {
      send: () => by.call(`${organizationPath}/${name}`, { json, headers: { "if-match": `"${revision}"` } }),
      to: { revision: revision + 1, mandates: [{ state, ...papers }] },
    });
  };
  await act(workers.applicant, "attach-papers", { mandateId, ...papers }, "claimed");
  await act(workers.district, "confirm-mandate", { mandateId }, "confirmed");
}

/** All papers but M13, which is for those who had a title. */
export async function handInPapers({ line, draw }: Work, of: Case): Promise<void> {
  const { papers, applicationPath, workers } = of;
  const applicationId = applicationPath.split("/").at(-1) ?? "";
  for (let number = 1; number <= 14; number += 1) {
    if (number === 13) continue;
    const material = `M${String(number).padStart(2, "0")}`;
    const fileId = await uploadFile(line, of, { purpose: "material", target: `${applicationId}:${material}` }, draw);
    await line.change(papers, {
      send: () =>
        workers.applicant.call(`${applicationPath}/materials/${material}`, {
          method: "PUT",
          json: { fileIds: [fileId] },
          headers: { "if-match": '"0"' },
        }),
      to: { ...papers.value, [material]: { revision: 1, fileIds: [fileId], verdict: null } },
      // The data version stays: it is that of the form, from which papers are printed.
      take: () => countAct(of),
    });
  }
}
