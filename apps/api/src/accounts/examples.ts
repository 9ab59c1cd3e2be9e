/** Examples of every body of accounts, by operationId. */
export function accountExamples() {
  const at = "2026-06-10T09:30:00+08:00";
  const account = {
    id: "5b1f6a54-6c0e-4c43-9a0d-1f4b7f6f2a10",
    name: "张三",
    email: "zhang@example.org",
    kind: "staff",
  };
  const applicant = { ...account, id: "9a7d2c11-0e0b-4a52-8f5e-c37f5f0b6d21", kind: "applicant" };
  const password = "两句话-做成-的-长密码";
  const grant = { role: "district", district: "410105", from: "2026-06-10" };
  const standIn = { id: "0c9e3d4b-5a60-4f0e-8a3b-2a9f1f0f7c33", name: "李四" };
  const user = {
    ...account,
    disabledAt: null,
    hasPassword: true,
    hasSecondFactor: true,
    grants: [{ id: "e1d0…", role: "district", district: "410105", from: "2026-06-10", until: null, endedAt: null }],
    standIns: [
      {
        id: "7f3c…",
        officer: { id: account.id, name: account.name },
        standIn,
        from: "2026-06-15",
        until: "2026-06-26",
        endedAt: null,
      },
    ],
    createdAt: at,
    allowedActs: ["edit", "grant-role", "end-role", "stand-in", "disable"],
  };
  const invitation = {
    token: "Zt0m…",
    link: "https://example.org/admin/#/invitation/Zt0m…",
    expiresAt: "2026-06-17T09:30:00+08:00",
  };
  const recoveryCodes = ["a1B2c-D3e4F", "g5H6i-J7k8L"];
  const ground = "本人带证件到场";
  const ok = (body: unknown) => ({ 200: body });
  const signedIn = ok({ user: account, secondFactor: "not_needed" });
  const oneUser = ok(user);
  return {
    signUp: {
      request: { name: applicant.name, email: applicant.email, password },
      responses: ok({ user: applicant, secondFactor: "not_needed" }),
    },
    signIn: {
      request: { email: account.email, password },
      responses: ok({ user: null, secondFactor: "code_needed" }),
    },
    signOut: { request: {}, responses: ok({}) },
    readSession: { responses: signedIn },
    changePassword: { request: { currentPassword: password, newPassword: `${password}-2` }, responses: ok({}) },
    readPasswordResetWays: { responses: ok({ byMail: true }) },
    requestPasswordReset: { request: { email: account.email }, responses: ok({}) },
    resetPassword: { request: { token: "kq7V…", newPassword: password }, responses: ok({}) },
    enableSecondFactor: {
      request: { password },
      responses: ok({ totpUri: "otpauth://totp/…?secret=…&issuer=…", recoveryCodes }),
    },
    verifyTotp: { request: { code: "123456" }, responses: signedIn },
    verifyRecoveryCode: { request: { code: "a1B2c-D3e4F" }, responses: signedIn },
    renewRecoveryCodes: { request: { password }, responses: ok({ recoveryCodes }) },
    readMe: {
      responses: ok({
        user: account,
        secondFactor: "not_needed",
        grants: [{ role: "district", district: "410105", organizations: [], onBehalfOf: null }],
        organizations: [],
        acts: { applications: ["read", "accept", "return"] },
        today: "2026-06-10",
        demo: false,
      }),
    },
    listUsers: { responses: ok([user]) },
    readUser: { responses: oneUser },
    inviteUser: {
      request: { name: account.name, email: account.email, grants: [grant] },
      responses: { 201: { user: { ...user, hasPassword: false, hasSecondFactor: false, standIns: [] }, invitation } },
    },
    inviteUserAgain: { request: { ground: "本人忘记密码" }, responses: ok({ user, invitation }) },
    acceptInvitation: { request: { password }, responses: ok({ user: account }) },
    editUser: { request: { name: account.name }, responses: oneUser },
    grantRole: { request: { ...grant, ground: "岗位调整" }, responses: oneUser },
    endRole: { request: { grant: "e1d0…", ground: "岗位调整" }, responses: oneUser },
    handOver: { request: { grant: "e1d0…", to: standIn.id, ground: "岗位调整" }, responses: oneUser },
    beginStandIn: {
      request: { standIn: standIn.id, from: "2026-06-15", until: "2026-06-26", ground: "出差" },
      responses: oneUser,
    },
    endStandIn: { request: { standIn: "7f3c…", ground: "提前回来" }, responses: oneUser },
    resetSecondFactor: { request: { ground }, responses: oneUser },
    disableUser: { request: { ground: "已调离" }, responses: oneUser },
    enableUser: { request: { ground: "已返岗" }, responses: oneUser },
  };
}
