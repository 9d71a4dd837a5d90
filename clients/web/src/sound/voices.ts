/** Voices: each sound made of oscillators and noise; there are no sound files. */
import type { DeedKind, SoundKind } from "./sounds";

/** Something that sounds until it is stopped. */
export interface Voice {
  level: GainNode;
  side: StereoPannerNode;
  stop(): void;
}

const NOISE_S = 3;
const CRACKLE_S = 4;
const BREATH_S = 3.6; // about 17 breaths a minute

/** Material of all voices: white noise, the crackle of a fire, drops that fall near, the breath in a mask. */
export class Stock {
  readonly noise: AudioBuffer;
  readonly crackle: AudioBuffer;
  readonly drops: AudioBuffer;
  readonly breath: AudioBuffer;

  constructor(context: BaseAudioContext) {
    let state = 12345;
    const white = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2147483648 - 1;
    };
    const fill = (seconds: number, value: (t: number, n: number) => number) => {
      const buffer = context.createBuffer(1, Math.round(seconds * context.sampleRate), context.sampleRate);
      const data = buffer.getChannelData(0);
      for (let n = 0; n < data.length; n += 1) data[n] = value(n / context.sampleRate, n);
      return buffer;
    };
    this.noise = fill(NOISE_S, white);
    let left = 0;
    this.crackle = fill(CRACKLE_S, () => {
      if (Math.abs(white()) > 0.9996) left = 1;
      left *= 0.992;
      return left * white();
    });
    let drop = 0;
    this.drops = fill(CRACKLE_S, () => {
      if (Math.abs(white()) > 0.997) drop = Math.abs(white());
      drop *= 0.985;
      return drop * white();
    });
    let smooth = 0;
    this.breath = fill(BREATH_S, (t) => {
      smooth += (white() - smooth) * (t < 1.5 ? 0.5 : 0.16);
      return smooth * breathAt(t);
    });
  }
}

/** How strong the breath goes at a moment of one breath: in, a stop, out, a rest. */
export function breathAt(t_s: number): number {
  if (t_s < 1.3) return 0.55 * Math.sin((Math.PI * t_s) / 1.3);
  if (t_s < 1.6) return 0;
  return t_s < 3.0 ? Math.sin((Math.PI * (t_s - 1.6)) / 1.4) : 0;
}

class Desk {
  readonly level: GainNode;
  readonly side: StereoPannerNode;
  private readonly running: AudioScheduledSourceNode[] = [];

  constructor(
    readonly context: AudioContext,
    readonly stock: Stock,
    out: AudioNode,
  ) {
    this.level = context.createGain();
    this.level.gain.value = 0;
    this.side = context.createStereoPanner();
    this.level.connect(this.side).connect(out);
  }

  tone(type: OscillatorType, hz: number, gain: number, into: AudioNode = this.level): OscillatorNode {
    const tone = this.context.createOscillator();
    tone.type = type;
    tone.frequency.value = hz;
    tone.connect(this.gain(gain, into));
    tone.start();
    this.running.push(tone);
    return tone;
  }

  loop(buffer: AudioBuffer, gain: number, into: AudioNode = this.level): AudioBufferSourceNode {
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    source.connect(this.gain(gain, into));
    source.start(0, (this.running.length * 0.7) % buffer.duration);
    this.running.push(source);
    return source;
  }

  filter(type: BiquadFilterType, hz: number, quality = 0.8, into: AudioNode = this.level): BiquadFilterNode {
    const filter = this.context.createBiquadFilter();
    filter.type = type;
    filter.frequency.value = hz;
    filter.Q.value = quality;
    filter.connect(into);
    return filter;
  }

  /** Let a value swing about where it stands. */
  swing(what: AudioParam, hz: number, by: number, type: OscillatorType = "sine"): void {
    const slow = this.context.createOscillator();
    slow.type = type;
    slow.frequency.value = hz;
    const depth = this.context.createGain();
    depth.gain.value = by;
    slow.connect(depth).connect(what);
    slow.start();
    this.running.push(slow);
  }

  gain(value: number, into: AudioNode = this.level): GainNode {
    const gain = this.context.createGain();
    gain.gain.value = value;
    gain.connect(into);
    return gain;
  }

  stop(): void {
    const end = this.context.currentTime + 0.3;
    this.level.gain.setTargetAtTime(0, this.context.currentTime, 0.08);
    for (const one of this.running) one.stop(end);
    if (this.running[0]) this.running[0].onended = () => this.side.disconnect();
  }
}

const MADE: Record<SoundKind | "breath", (desk: Desk) => void> = {
  siren: (desk) => {
    // Rises and falls once in three seconds.
    const throat = desk.filter("bandpass", 900, 0.7);
    for (const [hz, gain] of [[640, 0.5], [643, 0.4], [1280, 0.12]] as const) {
      desk.swing(desk.tone("sawtooth", hz, gain, throat).frequency, 0.33, hz * 0.32);
    }
  },
  horn: (desk) => {
    const gate = desk.gain(0.5);
    desk.swing(gate.gain, 2, 0.5, "square");
    desk.tone("square", 730, 0.35, desk.filter("lowpass", 2400, 0.7, gate));
  },
  blast: (desk) => {
    const { context } = desk;
    const now = context.currentTime;
    const body = desk.gain(0);
    body.gain.setValueAtTime(0, now);
    body.gain.linearRampToValueAtTime(1.6, now + 0.03);
    body.gain.exponentialRampToValueAtTime(0.001, now + 4.2);
    const dull = desk.filter("lowpass", 900, 0.6, body);
    dull.frequency.exponentialRampToValueAtTime(55, now + 2.5);
    desk.loop(desk.stock.noise, 1, dull);
    desk.tone("sine", 52, 0.9, body).frequency.exponentialRampToValueAtTime(24, now + 1.8);
  },
  hiss: (desk) => {
    const throat = desk.filter("bandpass", 5200, 0.5);
    desk.swing(throat.frequency, 0.7, 500);
    desk.loop(desk.stock.noise, 0.8, throat);
    desk.loop(desk.stock.noise, 0.2, desk.filter("highpass", 7000, 0.6));
  },
  scream: (desk) => {
    // Gas that leaves faster than sound: a narrow, unsteady shriek over the noise of the jet.
    const throat = desk.filter("bandpass", 2300, 5);
    desk.swing(throat.frequency, 0.6, 140);
    desk.loop(desk.stock.noise, 2.4, throat);
    desk.swing(desk.tone("sawtooth", 1140, 0.1, throat).frequency, 2.3, 14);
    desk.loop(desk.stock.noise, 0.35, desk.filter("highpass", 3500, 0.6));
  },
  shriek: (desk) => {
    // The same throat under a pressure that still climbs: higher, thinner, and it does not settle.
    const throat = desk.filter("bandpass", 3900, 7);
    desk.swing(throat.frequency, 1.1, 420);
    desk.loop(desk.stock.noise, 2.6, throat);
    desk.swing(desk.tone("sawtooth", 1900, 0.12, throat).frequency, 3.1, 60);
    desk.loop(desk.stock.noise, 0.4, desk.filter("highpass", 5200, 0.6));
  },
  roar: (desk) => {
    const deep = desk.filter("lowpass", 150, 0.8);
    desk.swing(deep.frequency, 0.5, 40);
    desk.loop(desk.stock.noise, 2.2, deep);
    desk.loop(desk.stock.noise, 0.45, desk.filter("bandpass", 480, 0.5));
    desk.loop(desk.stock.crackle, 0.5, desk.filter("highpass", 900));
  },
  frying: (desk) => {
    desk.loop(desk.stock.crackle, 1.8, desk.filter("bandpass", 2800, 0.4));
    desk.loop(desk.stock.drops, 1.2, desk.filter("highpass", 3800, 0.5));
    desk.loop(desk.stock.noise, 0.6, desk.filter("lowpass", 120, 0.8));
  },
  retreat: (desk) => {
    // Long whistles, one after the other.
    const gate = desk.gain(0.5);
    desk.swing(gate.gain, 0.4, 0.5, "square");
    const pea = desk.filter("bandpass", 2600, 3, gate);
    for (const [hz, gain] of [[2580, 0.35], [2660, 0.3]] as const) desk.swing(desk.tone("square", hz, gain, pea).frequency, 17, 60);
    desk.loop(desk.stock.noise, 0.25, pea);
  },
  alarm: (desk) => {
    const horn = desk.filter("lowpass", 2600, 0.7);
    desk.swing(desk.tone("square", 830, 0.3, horn).frequency, 1, 130, "square");
  },
  pump: (desk) => {
    const hull = desk.filter("lowpass", 700, 0.6);
    desk.tone("sawtooth", 49.2, 0.5, hull);
    desk.swing(desk.tone("sawtooth", 98.7, 0.35, hull).frequency, 0.7, 0.4);
    desk.loop(desk.stock.noise, 0.25, desk.filter("bandpass", 1500, 1.2));
  },
  foam: (desk) => {
    desk.loop(desk.stock.noise, 0.8, desk.filter("bandpass", 2100, 0.5));
    desk.loop(desk.stock.noise, 0.5, desk.filter("lowpass", 350, 0.6));
  },
  pour: (desk) => {
    const splash = desk.filter("bandpass", 820, 0.55);
    desk.swing(splash.frequency, 0.4, 160);
    desk.loop(desk.stock.noise, 0.9, splash);
    desk.loop(desk.stock.noise, 0.25, desk.filter("highpass", 3200));
  },
  fire: (desk) => {
    const roar = desk.filter("lowpass", 210, 0.9);
    desk.swing(roar.frequency, 0.9, 60);
    desk.loop(desk.stock.noise, 1.5, roar);
    desk.loop(desk.stock.crackle, 1.2, desk.filter("highpass", 700));
  },
  sparks: (desk) => {
    desk.loop(desk.stock.crackle, 1.5, desk.filter("highpass", 2500));
    desk.tone("sawtooth", 100, 0.12, desk.filter("bandpass", 2300, 3));
  },
  engine: (desk) => {
    const bonnet = desk.filter("lowpass", 260, 1.1);
    desk.tone("sawtooth", 38, 0.9, bonnet);
    desk.swing(desk.tone("square", 57, 0.4, bonnet).frequency, 5, 1.5);
    desk.loop(desk.stock.noise, 0.3, desk.filter("bandpass", 500, 0.5));
  },
  wind: (desk) => {
    const air = desk.filter("bandpass", 330, 0.7);
    desk.swing(air.frequency, 0.13, 130);
    desk.swing(desk.level.gain, 0.21, 0.03);
    desk.loop(desk.stock.noise, 0.9, air);
  },
  rain: (desk) => {
    // The hiss of many drops far off, the patter of near ones, the drumming on roofs below.
    const hiss = desk.filter("highpass", 2600, 0.5);
    desk.swing(hiss.frequency, 0.11, 500);
    desk.loop(desk.stock.noise, 0.4, hiss);
    desk.loop(desk.stock.drops, 0.9, desk.filter("bandpass", 3400, 0.4));
    desk.loop(desk.stock.noise, 0.3, desk.filter("lowpass", 480, 0.5));
  },
  breath: (desk) => {
    desk.loop(desk.stock.breath, 1.4, desk.filter("bandpass", 950, 0.6));
  },
};

export function voice(kind: SoundKind | "breath", context: AudioContext, stock: Stock, out: AudioNode): Voice {
  const desk = new Desk(context, stock, out);
  MADE[kind](desk);
  return desk;
}

/** A deed's short sound: bursts of noise or tone. at: seconds after now. */
const DEEDS: Record<DeedKind, readonly { at_s: number; for_s: number; hz: number; tone?: OscillatorType; loud: number }[]> = {
  step: [
    { at_s: 0, for_s: 0.07, hz: 190, loud: 0.5 },
    { at_s: 0.035, for_s: 0.06, hz: 900, loud: 0.16 },
  ],
  wheel: [
    { at_s: 0, for_s: 0.22, hz: 540, tone: "triangle", loud: 0.1 },
    { at_s: 0.04, for_s: 0.2, hz: 2600, loud: 0.12 },
  ],
  press: [
    { at_s: 0, for_s: 0.025, hz: 2400, loud: 0.4 },
    { at_s: 0.07, for_s: 0.03, hz: 1500, loud: 0.25 },
  ],
  radio: [
    { at_s: 0, for_s: 0.02, hz: 1900, loud: 0.5 },
    { at_s: 0.03, for_s: 0.16, hz: 2300, loud: 0.18 },
  ],
  wear: [
    { at_s: 0, for_s: 0.3, hz: 1200, loud: 0.14 },
    { at_s: 0.3, for_s: 0.04, hz: 3000, loud: 0.3 },
  ],
};

export function deed(kind: DeedKind, context: AudioContext, stock: Stock, out: AudioNode, loud: number): void {
  for (const burst of DEEDS[kind]) {
    const from = context.currentTime + burst.at_s;
    const shape = context.createGain();
    shape.gain.setValueAtTime(0, from);
    shape.gain.linearRampToValueAtTime(burst.loud * loud, from + 0.004);
    shape.gain.exponentialRampToValueAtTime(0.0005, from + burst.for_s);
    shape.connect(out);
    let source: AudioScheduledSourceNode;
    if (burst.tone) {
      const tone = context.createOscillator();
      tone.type = burst.tone;
      tone.frequency.setValueAtTime(burst.hz, from);
      tone.frequency.linearRampToValueAtTime(burst.hz * 0.8, from + burst.for_s);
      tone.connect(shape);
      source = tone;
    } else {
      const noise = context.createBufferSource();
      noise.buffer = stock.noise;
      const band = context.createBiquadFilter();
      band.type = "bandpass";
      band.frequency.value = burst.hz;
      noise.connect(band).connect(shape);
      source = noise;
    }
    source.start(from);
    source.stop(from + burst.for_s + 0.05);
    source.onended = () => shape.disconnect();
  }
}
