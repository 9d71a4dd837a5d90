/** Wet: floors darken and shine while it rains. */
import type { Mesh, MeshStandardMaterial, Object3D } from "three";

/** Of the model's materials, those that lie open to the sky. Where rough is left out it stays as it is. */
const WET: Record<string, { dark: number; rough?: number }> = {
  asphalt: { dark: 0.7, rough: 0.3 },
  concrete: { dark: 0.68, rough: 0.5 },
  gravel: { dark: 0.62 },
  grass: { dark: 0.8 },
};

export class Wet {
  private readonly floors = new Map<MeshStandardMaterial, number>();
  private rain = false;

  /** Find the floors of a model that has been loaded. */
  find(model: Object3D): void {
    model.traverse((node) => {
      const material = (node as Mesh).material as MeshStandardMaterial | undefined;
      if (material && material.name in WET) this.floors.set(material, material.roughness);
    });
    this.show(this.rain);
  }

  show(rain: boolean): void {
    this.rain = rain;
    for (const [material, dry] of this.floors) {
      const { dark, rough } = WET[material.name] as { dark: number; rough?: number };
      material.color.setScalar(rain ? dark : 1);
      material.roughness = rain ? (rough ?? dry) : dry;
    }
  }
}
