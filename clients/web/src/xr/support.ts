/** Support: whether this browser can enter VR here. insecure: it might, but WebXR wants HTTPS or localhost. */
export type Support = "yes" | "no" | "insecure";

export async function supportHere(): Promise<Support> {
  if (!window.isSecureContext) return "insecure";
  const supported = await navigator.xr?.isSessionSupported("immersive-vr").catch(() => false);
  return supported ? "yes" : "no";
}
