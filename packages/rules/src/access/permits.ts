import { type Actor, type Grant, type Role, roles } from "./roles.ts";
import { type Resource, type Scope, scopeOf } from "./table.ts";

/** What of a record decides who reaches it. */
export interface Relation {
  /** The organization that it belongs to. */
  readonly organization: string | null;
  /** The district in whose jurisdiction it lies. */
  readonly district: string | null;
  /** The account that it belongs to. */
  readonly account: string | null;
  /** Whether it has ever been handed in; drafts of applicants are not. */
  readonly isHandedIn: boolean;
  /** Whether it came on paper. */
  readonly isPaper: boolean;
  readonly isPublished: boolean;
}

function reaches(scope: Scope, actor: Actor, grant: Grant, relation: Relation): boolean {
  switch (scope) {
    case "all":
      return true;
    case "handed_in":
      return relation.isHandedIn;
    case "own_district":
      return grant.district !== null && grant.district === relation.district;
    case "own_district_handed_in":
      return relation.isHandedIn && grant.district !== null && grant.district === relation.district;
    case "own_district_paper":
      return relation.isPaper && grant.district !== null && grant.district === relation.district;
    case "own_organization":
      return grant.organizations.some((organization) => organization === relation.organization);
    case "own_account":
      return actor.userId !== null && actor.userId === relation.account;
    case "published":
      return relation.isPublished;
  }
}

/** The records of a resource that an actor reaches with an act, for a query to filter by: any of these. */
export function reachableBy(actor: Actor, resource: Resource, act: string): readonly { scope: Scope; grant: Grant }[] {
  return actor.grants.flatMap((grant) => {
    const scope = scopeOf(resource, act, grant.role);
    return scope === null ? [] : [{ scope, grant }];
  });
}

/** The grant under which the actor may do the act to the record; null when there is none. The own role goes before a stand-in's. */
export function permittingGrant(actor: Actor, resource: Resource, act: string, relation: Relation): Grant | null {
  const granting = reachableBy(actor, resource, act)
    .filter(({ scope, grant }) => reaches(scope, actor, grant, relation))
    .map(({ grant }) => grant);
  return granting.find(({ onBehalfOf }) => onBehalfOf === null) ?? granting[0] ?? null;
}

/** Whether the actor may do the act to any record at all. */
export function mayEver(actor: Actor, resource: Resource, act: string): boolean {
  return reachableBy(actor, resource, act).length > 0;
}

/** The roles that reach a record with an act, whoever holds them: of its own district, organization or account where the table says so. */
export function rolesReaching(resource: Resource, act: string, relation: Relation): readonly Role[] {
  const { organization, district, account } = relation;
  const organizations = organization === null ? [] : [organization];
  return roles.filter((role) => {
    const scope = scopeOf(resource, act, role);
    const grant: Grant = { role, district, organizations, onBehalfOf: null };
    return scope !== null && reaches(scope, { userId: account, grants: [grant] }, grant, relation);
  });
}
