import { roles } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema } from "./values.ts";

/*
 * Accounts and sessions. No answer carries the token of a session: it lies in a cookie that no script can read.
 */

export const emailSchema = z
  .email("请写电子邮箱，例如 name@example.org")
  .max(254)
  .meta({ description: "电子邮箱，不分大小写", examples: ["zhang@example.org"] });
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .meta({ description: "姓名", examples: ["张三"] });
/** The longest that is looked at; what a good one is, is judged with the account. */
export const passwordSchema = z.string().min(1).max(500).meta({ description: "密码", format: "password" });

export const accountSchema = z
  .object({ id: z.string(), name: z.string(), email: z.string(), kind: z.enum(["staff", "applicant"]) })
  .meta({ id: "Account" });

/** `code_needed`: the password was right, a code is still to come; `enrolment_needed`: signed in, but only to set it up. */
const secondFactorStates = ["not_needed", "code_needed", "enrolment_needed"] as const;

export const signedInSchema = z
  .object({
    user: z.union([accountSchema, z.null()]).meta({ description: "还要验证码时为 null" }),
    secondFactor: z.enum(secondFactorStates).meta({
      description: "not_needed：不用；code_needed：还要验证码；enrolment_needed：先设置验证器",
    }),
  })
  .meta({ id: "SignedIn" });

export const signUpSchema = z
  .strictObject({ name: nameSchema, email: emailSchema, password: passwordSchema })
  .meta({ id: "SignUp" });
export const signInSchema = z.strictObject({ email: emailSchema, password: passwordSchema }).meta({ id: "SignIn" });
export const changePasswordSchema = z
  .strictObject({ currentPassword: passwordSchema, newPassword: passwordSchema })
  .meta({ id: "ChangePassword" });
export const requestPasswordResetSchema = z.strictObject({ email: emailSchema }).meta({ id: "RequestPasswordReset" });
export const resetPasswordSchema = z
  .strictObject({
    token: z.string().min(1).max(200).meta({ description: "链接里 # 后面的凭证" }),
    newPassword: passwordSchema,
  })
  .meta({ id: "ResetPassword" });
/** What there is for whoever forgot the password. */
export const passwordResetWaysSchema = z
  .object({ byMail: z.boolean().meta({ description: "能否用邮件里的链接重设" }) })
  .meta({ id: "PasswordResetWays" });
export type PasswordResetWays = z.infer<typeof passwordResetWaysSchema>;
export const confirmPasswordSchema = z.strictObject({ password: passwordSchema }).meta({ id: "ConfirmPassword" });
export const totpCodeSchema = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, "验证码是6位数字") })
  .meta({ id: "TotpCode" });
export const recoveryCodeSchema = z
  .strictObject({ code: z.string().trim().min(1).max(40).meta({ description: "恢复码，只能用一次" }) })
  .meta({ id: "RecoveryCode" });

export const currentSessionSchema = z
  .object({ user: z.union([accountSchema, z.null()]), secondFactor: z.enum(secondFactorStates) })
  .meta({ id: "CurrentSession" });
const recoveryCodesSchema = z
  .array(z.string())
  .meta({ description: "恢复码，请打印保存；每个只能用一次，只显示这一次" });
export const secondFactorSetupSchema = z
  .object({
    totpUri: z.string().meta({ description: "otpauth:// 地址，供验证器扫码" }),
    recoveryCodes: recoveryCodesSchema,
  })
  .meta({ id: "SecondFactorSetup" });
export const recoveryCodesAnswerSchema = z.object({ recoveryCodes: recoveryCodesSchema }).meta({ id: "RecoveryCodes" });

/** Who is signed in and as whom they act today. */
export const meSchema = z
  .object({
    user: accountSchema,
    secondFactor: z.enum(secondFactorStates),
    grants: z.array(
      z.object({
        role: z.enum(roles),
        district: z.string().nullable(),
        organizations: z.array(z.string()),
        onBehalfOf: z.string().nullable().meta({ description: "代管时，代谁" }),
      }),
    ),
    organizations: z.array(z.object({ id: z.string(), name: z.string() })),
    acts: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: "哪些资源上可能办哪些事；一条记录现在能办的，以它的 allowedActs 为准" }),
    today: dateTextSchema,
    demo: z.boolean().meta({ description: "演示数据，不具效力" }),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof meSchema>;
export type SignedIn = z.infer<typeof signedInSchema>;
export type CurrentSession = z.infer<typeof currentSessionSchema>;
