import { staffRoles } from "@shifan/rules";
import { z } from "zod";
import { accountSchema, emailSchema, nameSchema, passwordSchema } from "./accounts.ts";
import { dateTextSchema, instantSchema, nullableInstantSchema, referenceTo } from "./values.ts";

/*
 * Accounts as the administrator looks after them.
 */

const roleGrantSchema = z
  .object({
    id: z.string(),
    role: z.enum(staffRoles),
    district: z.string().nullable(),
    from: dateTextSchema,
    until: z.union([dateTextSchema, z.null()]).meta({ description: "最后一天；null 为不限" }),
    endedAt: nullableInstantSchema,
  })
  .meta({ id: "RoleGrant" });

const standInSchema = z
  .object({
    id: z.string(),
    officer: z.object({ id: z.string(), name: z.string() }).meta({ description: "被代管的人" }),
    standIn: z.object({ id: z.string(), name: z.string() }).meta({ description: "代管的人" }),
    from: dateTextSchema,
    until: dateTextSchema,
    endedAt: nullableInstantSchema,
  })
  .meta({ id: "StandIn" });

export const userSchema = accountSchema
  .extend({
    disabledAt: nullableInstantSchema,
    hasPassword: z.boolean().meta({ description: "受邀后还没有设置密码时为 false" }),
    hasSecondFactor: z.boolean(),
    grants: z.array(roleGrantSchema),
    standIns: z.array(standInSchema).meta({ description: "代管，本人代别人的和别人代本人的" }),
    createdAt: instantSchema,
    allowedActs: z.array(z.string()).meta({ description: "调用者现在可以办的事" }),
  })
  .meta({ id: "User" });
export type User = z.infer<typeof userSchema>;

export const userFilterSchema = z.strictObject({
  id: z.array(z.string().max(100)).max(500).optional(),
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(["staff", "applicant"]).optional(),
  role: z.enum(staffRoles).optional(),
  disabled: z.boolean().optional(),
});

export const grantRoleSchema = z
  .strictObject({
    role: z.enum(staffRoles),
    district: z
      .string()
      .max(50)
      .optional()
      .meta({ ...referenceTo("districts"), description: "辖区；只有推荐部门要选" }),
    from: dateTextSchema.optional().meta({ description: "第一天，默认今天" }),
    until: dateTextSchema.optional().meta({ description: "最后一天；auditor 必填" }),
  })
  .meta({ id: "GrantRole" });
export type GrantRole = z.infer<typeof grantRoleSchema>;

export const inviteUserSchema = z
  .strictObject({ name: nameSchema, email: emailSchema, grants: z.array(grantRoleSchema).min(1).max(20) })
  .meta({ id: "InviteUser" });
export type InviteUser = z.infer<typeof inviteUserSchema>;

const invitationSchema = z
  .object({
    token: z.string().meta({ description: "只在这里出现一次" }),
    link: z.string(),
    expiresAt: instantSchema,
  })
  .meta({ id: "Invitation" });
export const userInvitedSchema = z
  .object({ user: userSchema, invitation: invitationSchema })
  .meta({ id: "UserInvited" });
export type UserInvited = z.infer<typeof userInvitedSchema>;

export const acceptInvitationSchema = z.strictObject({ password: passwordSchema }).meta({ id: "AcceptInvitation" });
export const invitationAcceptedSchema = z.object({ user: accountSchema }).meta({ id: "InvitationAccepted" });

const groundSchema = z.string().trim().min(1).max(500).optional().meta({ description: "理由，写进记录" });
export const grantRoleActSchema = grantRoleSchema.extend({ ground: groundSchema }).meta({ id: "GrantRoleAct" });
export const editUserSchema = z.strictObject({ name: nameSchema }).meta({ id: "EditUser" });
export const endRoleSchema = z
  .strictObject({ grant: z.string().max(100).meta({ description: "角色的编号" }), ground: groundSchema })
  .meta({ id: "EndRole" });
export const handOverSchema = z
  .strictObject({
    grant: z.string().max(100).meta({ description: "交哪个角色，写角色的编号" }),
    to: z
      .string()
      .max(100)
      .meta({ ...referenceTo("users", { kind: "staff", disabled: false }), description: "接手的人的账号" }),
    ground: groundSchema,
  })
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof handOverSchema>;
export const beginStandInSchema = z
  .strictObject({
    standIn: z
      .string()
      .max(100)
      .meta({ ...referenceTo("users", { kind: "staff", disabled: false }), description: "代管的人的账号" }),
    from: dateTextSchema.optional().meta({ description: "第一天，默认今天" }),
    until: dateTextSchema,
    ground: groundSchema,
  })
  .meta({ id: "BeginStandIn" });
export type BeginStandIn = z.infer<typeof beginStandInSchema>;
export const endStandInSchema = z
  .strictObject({ standIn: z.string().max(100).meta({ description: "这次代管的编号" }), ground: groundSchema })
  .meta({ id: "EndStandIn" });
export const userActSchema = z.strictObject({ ground: groundSchema }).meta({ id: "UserAct" });
