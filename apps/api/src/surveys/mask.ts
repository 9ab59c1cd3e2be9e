/** A telephone number by which nobody can be called: three digits at its head, and the last four. */
export function maskPhone(phone: string): string {
  if (phone.length < 9) return "*".repeat(phone.length);
  return `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`;
}
