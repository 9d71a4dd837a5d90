/** Presence: one's time in the headset: the session, the room hung on the body, hands, boards, and the pose lane.
 *
 * The seat does not hang on it: the link to the server goes on outside, so the headset may sleep, lose its session or be
 * taken off, and the flat screen goes on where it was.
 */
import { Euler, Group, Quaternion, Vector3 } from "three";
import { NOT_TRACKED, partOf, POSE_MS, type Part } from "@/movement/pose";
import { choices } from "@/trainee/choices";
import type { Seat } from "@/trainee/seat";
import type { Thing } from "@/trainee/reach";
import type { Walking } from "@/trainee/walking";
import type { World } from "@/world";
import { Belt } from "./belt";
import { Captions } from "./captions";
import { Hand, type Side } from "./hand";
import { Handling } from "./handling";
import { Locomotion } from "./locomotion";
import type { Panel } from "./panel";
import { Room } from "./room";
import { settings } from "./settings";
import { EYE_M, Stand } from "./stand";
import { Vignette } from "./vignette";
import { Wrist } from "./wrist";

export interface Surroundings {
  world: World;
  seat: Seat;
  walking: Walking;
  things: () => readonly Thing[];
  /** The headset has come off. */
  over: () => void;
}

const LONGEST_FRAME_S = 0.1;
const DOWN_M = 0.4;
const BEAM_M = 3;
const LEAN_M = 0.6;
const SMOOTH = 0.05;
const WRITE_MS = 100;

export class Presence {
  /** Script of a frame beside the world's own, smoothed. */
  scriptMs = 0;
  private readonly rig = new Group();
  private readonly eyes = new Group();
  private readonly stand = new Stand();
  private readonly vignette = new Vignette();
  private readonly hands: Hand[];
  private readonly captions: Captions;
  private readonly wrist: Wrist;
  private readonly belt: Belt;
  private readonly room: Room;
  private readonly handling: Handling;
  private readonly locomotion: Locomotion;
  private readonly aiming = new Map<Hand, { x_m: number; y_m: number } | null>();
  private centred = false;
  private beforeMs = performance.now();
  private posedMs = 0;
  private writtenMs = 0;
  private pressed = false;
  private over = false;

  private constructor(
    private readonly session: XRSession,
    private readonly around: Surroundings,
  ) {
    const { world, seat, walking } = around;
    const { xr } = world.renderer;
    this.hands = [new Hand(xr, 0), new Hand(xr, 1)];
    this.captions = new Captions(seat);
    const effects = { leave: () => void this.leave(), recentre: () => void (this.centred = false) };
    this.wrist = new Wrist(seat, this.rig, effects, around.things);
    this.belt = new Belt(seat);
    this.room = new Room(seat, world, this.rig, () => walking.stepOut());
    this.locomotion = new Locomotion(seat, walking);
    this.handling = new Handling(seat, world, around.things, (thing) => this.wrist.toggle(head, thing));
    this.eyes.add(this.vignette.mesh, this.captions.panel.mesh);
    this.rig.add(this.eyes, this.belt.group, this.room.group, world.camera);
    for (const hand of this.hands) this.rig.add(hand.pointer, hand.grip);
    world.scene3d.add(this.rig, this.locomotion.mark, this.locomotion.way);
    this.stand.turn_rad = -walking.eye.yaw;
    walking.worn = true;
    session.addEventListener("end", this.ended);
    session.addEventListener("visibilitychange", this.looked);
  }

  /** session: as the browser has just given it. */
  static async begin(session: XRSession, around: Surroundings): Promise<Presence> {
    const { xr } = around.world.renderer;
    const presence = new Presence(session, around);
    xr.enabled = true;
    xr.setReferenceSpaceType("local-floor");
    try {
      await xr.setSession(session);
    } catch (error) {
      await presence.leave();
      throw error;
    }
    xr.getReferenceSpace()?.addEventListener("reset", () => (presence.centred = false));
    return presence;
  }

  async leave(): Promise<void> {
    if (!this.over) await this.session.end().catch(() => this.ended());
  }

  /** Before each frame of the world. */
  frame(): void {
    const { renderer } = this.around.world;
    const space = renderer.xr.getReferenceSpace();
    const pose = renderer.xr.isPresenting && space ? renderer.xr.getFrame()?.getViewerPose(space) : null;
    if (!pose || this.over) return;
    const nowMs = performance.now();
    const seconds = Math.min(LONGEST_FRAME_S, (nowMs - this.beforeMs) / 1000);
    this.beforeMs = nowMs;
    const { position: p, orientation: o } = pose.transform;
    head.set(p.x, p.y, p.z);
    look.set(o.x, o.y, o.z, o.w);
    angles.setFromQuaternion(look, "YXZ");
    this.eyes.position.copy(head);
    this.eyes.quaternion.copy(look);
    this.rig.userData["ahead_rad"] = angles.y;
    if (!this.centred) this.centre();
    this.move(nowMs, seconds);
    for (const hand of this.hands) hand.update();
    this.boards(nowMs);
    for (const hand of this.hands) if (hand.tracked) this.work(hand, nowMs);
    for (const hand of this.hands) hand.settle();
    if (nowMs - this.posedMs >= POSE_MS) this.tell(nowMs);
    this.scriptMs += (performance.now() - nowMs - this.scriptMs) * SMOOTH;
  }

  private hand(side: Side): Hand | null {
    return this.hands.find((one) => one.side === side) ?? null;
  }

  private centre(): void {
    this.centred = true;
    this.stand.recentre(head, settings.seated);
  }

  private move(nowMs: number, seconds: number): void {
    const { walking, seat } = this.around;
    const off: Side = choices.leftHand ? "right" : "left";
    const main: Side = choices.leftHand ? "left" : "right";
    const left = this.locomotion.frame(nowMs, seconds, this.hand(off), this.hand(main), -(angles.y + this.stand.turn_rad));
    if (left) this.stand.turnBy(left, head);
    const { walker } = walking;
    const origin = this.stand.origin({ x: walker.x_m, z: -walker.y_m });
    const up = ["fit", "hurt"].includes(seat.body.value.state);
    this.rig.position.set(origin.x, up ? this.stand.lift_m : DOWN_M - head.y, origin.z);
    this.rig.rotation.y = this.stand.turn_rad;
    this.rig.updateMatrixWorld(true);
    const tight = this.locomotion.onLeg;
    const lean_m = this.stand.lean_m(head);
    this.vignette.frame(seconds, this.locomotion.moving, settings.vignette, tight && settings.vignette > 0, lean_m);
  }

  /** What is written is put together ten times a second and when a key is pressed, not for every frame. */
  private boards(nowMs: number): void {
    const { seat } = this.around;
    const here = seat.names.place(seat.body.value.place);
    const off = this.hand(choices.leftHand ? "right" : "left");
    this.wrist.wear(off);
    const busy = this.hands.some((hand) => this.handling.holds(hand));
    this.belt.frame(head, angles.y, angles.x, busy);
    const asked = this.hands.some((hand) => hand.menu);
    if (asked) this.wrist.toggle(head, null);
    if (nowMs - this.writtenMs < WRITE_MS && !asked && !this.pressed) return;
    this.pressed = false;
    this.writtenMs = nowMs;
    this.wrist.frame();
    this.room.frame(here?.indoors ? here : null, head, angles.y);
    this.captions.frame(this.stand.lean_m(head) > LEAN_M, this.wrist.open);
  }

  /** One hand: boards come first, then the belt, then things, then the ground. */
  private work(hand: Hand, nowMs: number): void {
    if (this.handling.holds(hand)) {
      this.handling.follow(hand);
      if (hand.released || hand.loosed) this.handling.loose(hand, nowMs);
      hand.shine(0);
      return;
    }
    if (hand.loosed) this.belt.loose(hand);
    if (this.onBoard(hand)) return;
    this.handling.follow(hand);
    if (hand.gripped && this.belt.take(hand)) return;
    if ((hand.pressed || hand.gripped) && this.handling.take(hand, nowMs)) return;
    this.onGround(hand, nowMs);
  }

  private onBoard(hand: Hand): boolean {
    let nearest: { panel: Panel; away_m: number; id: string } | null = null;
    const panels = [...this.wrist.panels(), ...this.room.panels()];
    for (const panel of panels) {
      if (panel.mesh.parent === hand.pointer) continue; // nobody presses the watch with the hand that wears it
      const touched = panel.touch(hand.side, hand.tip);
      if (touched) this.press(panel, touched, hand);
      const hit = panel.hit(hand.ray);
      if (hit && hit.away_m < BEAM_M && (!nearest || hit.away_m < nearest.away_m)) nearest = { panel, ...hit };
    }
    for (const panel of panels) panel.light(hand.side, nearest?.panel === panel ? nearest.id : "");
    if (!nearest) return false;
    hand.shine(nearest.away_m);
    if (hand.pressed && nearest.id) this.press(nearest.panel, nearest.id, hand);
    this.aiming.delete(hand);
    this.locomotion.hide();
    return true;
  }

  private press(panel: Panel, id: string, hand: Hand): void {
    hand.pulse(0.5, 25);
    this.pressed = true;
    if (this.wrist.panels().includes(panel)) this.wrist.press(panel, id, head);
    else this.room.press(id);
  }

  /** Held on the ground the trigger aims; let go, the body walks there. */
  private onGround(hand: Hand, nowMs: number): void {
    const main = hand.side === (choices.leftHand ? "left" : "right");
    if (main && hand.trigger) {
      this.aiming.set(hand, this.locomotion.aim(hand.ray));
      hand.shine(0);
      return;
    }
    const aimed = this.aiming.get(hand);
    if (this.aiming.delete(hand)) this.locomotion.hide();
    if (aimed) this.locomotion.walkTo(aimed, nowMs);
    hand.shine(this.handling.pointed(hand.ray));
  }

  private tell(nowMs: number): void {
    this.posedMs = nowMs;
    const { walker } = this.around.walking;
    const turn = this.rig.quaternion;
    const eye = partOf(at.copy(head).applyMatrix4(this.rig.matrixWorld), turned.multiplyQuaternions(turn, look), walker);
    const of = (side: Side): Part => {
      const hand = this.hand(side);
      return hand?.tracked ? partOf(hand.at, hand.wrist, walker) : NOT_TRACKED;
    };
    this.around.seat.drill.pose(eye, of("left"), of("right"));
  }

  /** A headset that sleeps walks nowhere. */
  private readonly looked = (): void => {
    if (this.session.visibilityState !== "visible") this.locomotion.halt();
  };

  private readonly ended = (): void => {
    if (this.over) return;
    this.over = true;
    const { world, walking, over } = this.around;
    this.locomotion.halt();
    walking.worn = false;
    const input = walking.input();
    if (input) input.yaw = -(angles.y + this.stand.turn_rad);
    this.session.removeEventListener("end", this.ended);
    this.session.removeEventListener("visibilitychange", this.looked);
    world.renderer.xr.enabled = false;
    world.camera.removeFromParent();
    world.camera.scale.set(1, 1, 1);
    world.camera.updateProjectionMatrix();
    this.room.dispose();
    for (const part of [this.wrist, this.belt, this.locomotion, this.vignette, this.captions.panel, ...this.hands]) part.dispose();
    this.rig.removeFromParent();
    over();
  };
}

/** The head in the room: shared by all that works on it within one frame. */
const head = new Vector3(0, EYE_M, 0);
const look = new Quaternion();
const angles = new Euler();
const at = new Vector3();
const turned = new Quaternion();
