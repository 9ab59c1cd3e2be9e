import type { RecordChange } from "@shifan/contract";
import { insertOrganizationName, type OrganizationFile, readOrganizationFile, updateOrganization } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay, checkDistrict } from "./input.ts";
import { noException, organizationSubject } from "./subject.ts";

/** Records another name from a day on, or another district; bans and titles stay with the code. */
export function recordChange(
  services: ProcedureServices,
  on: On,
  { name, nameFromOn, district, source }: RecordChange,
): Promise<ActOutcome<OrganizationFile>> {
  const today = services.clock.today();
  const checkChange = (policy: Policy): InputErrors => [
    ...(district === undefined ? [] : checkDistrict(policy, district)),
    ...(nameFromOn === undefined ? [] : checkDay(nameFromOn, "/nameFromOn", today)),
    ...(name === undefined && district === undefined
      ? [{ path: "", code: "required", message: "请写新的名称或新的推荐部门" }]
      : []),
  ];
  return performAct(
    services.database,
    organizationSubject(services),
    { ...on, act: "record-change", ground: source, at: services.clock.now() },
    {
      check: async (_, __, policy) => checkChange(policy),
      context: async () => noException,
      write: async (transaction, { organization }, { at }) => {
        if (name !== undefined) {
          const fromOn = nameFromOn ?? today;
          await insertOrganizationName(transaction, {
            organizationId: organization.id,
            fromOn,
            name,
            source,
            recordedAt: at,
          });
        }
        const changed = await updateOrganization(
          transaction,
          organization.id,
          district === undefined ? {} : { district },
        );
        const row = await readOrganizationFile(transaction, changed);
        const fields = [...(name === undefined ? [] : ["names"]), ...(district === undefined ? [] : ["district"])];
        return { row, result: row, fields };
      },
    },
  );
}
