/** First passwords: made here, shown once, easily typed; 60 bits. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"; // nothing that is misread on paper

export function newPassword(random: (of: Uint8Array<ArrayBuffer>) => Uint8Array = (of) => crypto.getRandomValues(of)): string {
  const letters = Array.from(random(new Uint8Array(12)), (byte) => LETTERS[byte % LETTERS.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
