/** Invitations: seat codes this tab was told, told once by the server; after a reload a new code is asked for. */
import { shallowReactive } from "vue";
import { answer, type Schemas } from "@/rest";
import { rest } from "@/rest/session";

export type Invitation = Schemas["CodeOut"];

const told = shallowReactive<Record<string, Invitation>>({});

export function keepInvitations(drill: string, invitations: readonly Invitation[]): void {
  for (const one of invitations) told[`${drill}/${one.seat}`] = one;
}

export function invitation(drill: string, seat: string): Invitation | null {
  return told[`${drill}/${seat}`] ?? null;
}

/** Ask for a new code; the earlier one is void from then on. ProblemError. */
export async function inviteAnew(drill: string, seat: string): Promise<Invitation> {
  const made = await answer(
    rest.POST("/api/drills/{drill}/seats/{seat}/code", { params: { path: { drill, seat } } }),
  );
  keepInvitations(drill, [made]);
  return made;
}

/** The picture of a QR code for an <img>: the server's SVG has no name space, which a picture of its own needs. */
export function pictureOf(qr: string): string {
  const whole = qr.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml;utf8,${encodeURIComponent(whole)}`;
}

/** Whether other devices cannot reach this address, whatever network they are in. */
export function isOnlyHere(url: string): boolean {
  return /^https?:\/\/(127\.[\d.]+|localhost|\[::1\])(:|\/)/.test(url);
}
