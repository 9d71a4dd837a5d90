/** Sound scape: keeps a voice for each sound that is heard, as loud and from the side that the ears have it. */
import { type DeedKind, type Ears, FAINTEST, keyOf, loudAt, sideOf, type Sound } from "./sounds";
import { deed, Stock, type Voice, voice } from "./voices";

const MOST_VOICES = 14;
const GLIDE_S = 0.12;

export class SoundScape {
  private context: AudioContext | undefined;
  private stock: Stock | undefined;
  private out: GainNode | undefined;
  private breath: Voice | undefined;
  private share = 0.8;
  private readonly voices = new Map<string, Voice>();
  private readonly wanted = new Set<string>();

  /** Browsers let nothing sound before a hand has touched the page: call it from there. False = there is no audio. */
  async unlock(): Promise<boolean> {
    if (typeof AudioContext === "undefined") return false;
    if (!this.context) {
      this.context = new AudioContext({ latencyHint: "interactive" });
      this.stock = new Stock(this.context);
      const limit = this.context.createDynamicsCompressor();
      this.out = this.context.createGain();
      this.out.gain.value = this.share;
      this.out.connect(limit).connect(this.context.destination);
    }
    await this.context.resume();
    return this.context.state === "running";
  }

  /** All that sounds now. What is no longer among it fades. */
  hear(sounds: readonly Sound[], ears: Ears): void {
    const { context, stock, out } = this;
    if (!context || !stock || !out) return;
    this.wanted.clear();
    for (const sound of sounds) {
      const loud = loudAt(sound, ears);
      if (loud < FAINTEST) continue;
      const key = keyOf(sound);
      let one = this.voices.get(key);
      if (!one) {
        if (this.voices.size >= MOST_VOICES) continue;
        one = voice(sound.kind, context, stock, out);
        this.voices.set(key, one);
      }
      this.wanted.add(key);
      one.level.gain.setTargetAtTime(loud, context.currentTime, GLIDE_S);
      one.side.pan.setTargetAtTime(sideOf(sound, ears), context.currentTime, GLIDE_S);
    }
    for (const [key, one] of this.voices) {
      if (this.wanted.has(key)) continue;
      one.stop();
      this.voices.delete(key);
    }
  }

  /** A deed of one's own: a step, a turn of a wheel, a key, the radio's click. */
  once(kind: DeedKind, loud = 1): void {
    if (this.context && this.stock && this.out) deed(kind, this.context, this.stock, this.out, loud);
  }

  /** The breath in a mask, while a breathing set is worn. */
  breathing(on: boolean): void {
    if (!this.context || !this.stock || !this.out || on === (this.breath !== undefined)) return;
    if (on) {
      this.breath = voice("breath", this.context, this.stock, this.out);
      this.breath.level.gain.setTargetAtTime(0.35, this.context.currentTime, GLIDE_S);
    } else {
      this.breath?.stop();
      this.breath = undefined;
    }
  }

  /** 0 = silent, 1 = full. */
  set volume(share: number) {
    this.share = Math.min(1, Math.max(0, share));
    if (this.context) this.out?.gain.setTargetAtTime(this.share, this.context.currentTime, 0.05);
  }

  get volume(): number {
    return this.share;
  }

  dispose(): void {
    for (const one of this.voices.values()) one.stop();
    this.voices.clear();
    this.breath = undefined;
    void this.context?.close();
    this.context = undefined;
  }
}
