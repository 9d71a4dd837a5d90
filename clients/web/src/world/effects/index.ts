/** Effects: all that is seen of liquid, fire, foam, vapour, wind and lamps, behind one door. */
import { Color, type Camera, Group, Vector3 } from "three";
import type { Scene, Site } from "@/scene/scene";
import { lampsBurn } from "../weather";
import { CloudDrawn } from "./cloud";
import { Fires } from "./fires";
import { Lamps } from "./lamps";
import { Pools } from "./pools";
import { Rain } from "./rain";
import { Sights } from "./sights";
import { type Blown, blownBy, Sock } from "./sock";
import { Sprays } from "./sprays";

const CALM: Blown = { toward_rad: 0, strength: 0, east_m_s: 0, north_m_s: 0 };
const TIME_ROUND_S = 3600; // the card counts in short floats

export class Effects {
  readonly group = new Group();
  readonly cloud = new CloudDrawn();
  readonly rain = new Rain();
  /** Head of the wind sock's mast. */
  readonly mast = new Vector3(0, -100, 0);
  private readonly pools: Pools;
  private readonly fires: Fires;
  private readonly sprays: Sprays;
  readonly sights: Sights;
  readonly lamps = new Lamps();
  private readonly sock = new Sock();
  private readonly eye = new Vector3();
  private blown = CALM;

  constructor(private readonly site: Site) {
    this.pools = new Pools(site);
    this.fires = new Fires(site, this.pools);
    this.sprays = new Sprays(site, this.pools);
    this.sights = new Sights(site);
    this.group.add(this.sights.group, this.pools.group, this.fires.group, this.sprays.group, this.lamps.group);
    this.group.add(this.cloud.mesh, this.sock.mesh, this.rain.lines);
  }

  get wind(): Blown {
    return this.blown;
  }

  show(scene: Scene): void {
    this.blown = blownBy(scene) ?? this.blown;
    this.pools.show(scene);
    this.fires.show(scene);
    this.sprays.show(scene);
    this.sights.show(scene);
    this.cloud.show(scene.cloud);
    this.lamps.show(lampsBurn(scene, this.site));
  }

  frame(nowMs: number, passed_s: number, camera: Camera, brightness: number, sky: Color): void {
    const time_s = (nowMs / 1000) % TIME_ROUND_S;
    const { east_m_s, north_m_s } = this.blown;
    this.eye.setFromMatrixPosition(camera.matrixWorld);
    this.pools.frame(time_s, passed_s, brightness, sky);
    this.fires.frame(time_s, east_m_s, north_m_s, brightness);
    this.sprays.frame(time_s, east_m_s, north_m_s, brightness);
    this.sights.frame(time_s, east_m_s, north_m_s, brightness);
    this.lamps.frame(time_s);
    this.sock.frame(this.mast, this.blown, time_s, passed_s);
    this.rain.frame(this.eye, passed_s, east_m_s, north_m_s, brightness);
  }
}
