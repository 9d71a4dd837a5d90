/** Menu: what the wrist's board offers, page by page. Whom, what and where are those of the flat menus. */
import { said } from "@/locale";
import type { Wish } from "@/live/acts";
import { named } from "@/scene/scene";
import { choices } from "@/trainee/choices";
import { draftOf, nextStep, wishOf, type Draft } from "@/trainee/menu";
import { problemText } from "@/trainee/problems";
import type { Thing } from "@/trainee/reach";
import type { Seat } from "@/trainee/seat";
import flat from "@/trainee/words";
import type { Row } from "./panel";
import { settings } from "./settings";
import words, { told } from "./words";

type Page = "root" | "draft" | "content" | "options" | "places" | "settings" | "stop" | "thing";

/** What the menu can bring about beside acts. */
export interface MenuEffects {
  close(): void;
  leave(): void;
  recentre(): void;
}

/** A key: what is written on it, and what comes of it. */
interface Key {
  text: string;
  press: () => void;
  urgent?: boolean;
}

export class Menu {
  private page: Page = "root";
  private from = 0;
  private room = 8;
  private past: Draft[] = [];
  private draft: Draft = draftOf("orders");
  private said: Record<string, string> = {};
  private point = "";
  private thing: Thing | null = null;
  private wrong = "";
  private keys: Key[] = [];

  constructor(
    private readonly seat: Seat,
    private readonly effects: MenuEffects,
  ) {}

  open(): void {
    this.go("root");
  }

  openStop(): void {
    this.go("stop");
  }

  /** What can be done with one thing. */
  openThing(thing: Thing): void {
    this.thing = thing;
    this.go("thing");
  }

  /** room: for how many lines there is room. */
  rows(room: number): Row[] {
    this.room = room;
    const { title, lines, keys } = this.contents();
    const head: Row[] = [{ text: title, kind: "title" }, ...lines];
    if (this.wrong) head.push({ text: this.wrong, kind: "urgent" });
    const fixed: Key[] = this.page === "root" ? [] : [{ text: told(words.back), press: () => this.back() }];
    fixed.push({ text: told(words.close), press: () => this.effects.close() });
    const left = Math.max(2, (this.room - head.length - Math.ceil((fixed.length + 1) / 2)) * 2);
    const pages = Math.max(1, Math.ceil(keys.length / left));
    const page = Math.min(this.from, pages - 1);
    const more = told(words.more, { n: page + 1, of: pages });
    if (pages > 1) fixed.push({ text: more, press: () => (this.from = (page + 1) % pages) });
    this.keys = [...keys.slice(page * left, (page + 1) * left), ...fixed];
    return [...head, ...this.keys.map((key, n): Row => ({ text: key.text, id: String(n), ...(key.urgent ? { kind: "urgent" as const } : {}) }))];
  }

  press(id: string): void {
    this.keys[Number(id)]?.press();
  }

  private go(page: Page): void {
    this.page = page;
    this.from = 0;
    this.wrong = "";
  }

  private back(): void {
    const before = this.page === "draft" ? this.past.pop() : undefined;
    if (before) this.draft = before;
    else if (this.page === "options") this.go("content");
    else if (this.page === "content") this.go("draft");
    else this.go("root");
    this.from = 0;
  }

  private contents(): { title: string; lines: Row[]; keys: Key[] } {
    switch (this.page) {
      case "draft":
        return this.drafting();
      case "content":
        return this.content();
      case "options":
        return this.options();
      case "places":
        return { title: told(words.places), lines: [], keys: this.places() };
      case "settings":
        return { title: told(words.settings), lines: [], keys: this.setting() };
      case "stop":
        return this.stopping();
      case "thing":
        return this.things();
      default:
        return { title: told(words.menu), lines: [], keys: this.root() };
    }
  }

  private root(): Key[] {
    const drafts = (["radio", "orders", "tools"] as const).map((kind) => ({ text: told(words[kind]), press: () => this.begin(kind) }));
    const busy = this.seat.doing.value !== null || this.seat.body.value.doing !== "";
    const release = busy ? [{ text: told(flat.letGo), press: () => this.seat.letGo() }] : [];
    return [
      ...release,
      ...drafts,
      { text: told(words.places), press: () => this.go("places") },
      { text: told(words.settings), press: () => this.go("settings") },
      { text: told(words.leave), press: () => this.effects.leave() },
      { text: told(flat.stop), press: () => this.go("stop"), urgent: true },
    ];
  }

  private begin(kind: Draft["kind"]): void {
    this.past = [];
    this.draft = draftOf(kind);
    this.go("draft");
  }

  private drafting(): { title: string; lines: Row[]; keys: Key[] } {
    const { names, own, sayable } = this.seat;
    const step = nextStep(this.draft, names, own, sayable.value);
    if (step?.name === "content") {
      this.said = {};
      this.page = "content";
      return this.content();
    }
    const { whom, act, target } = this.draft;
    const sofar = [whom === null ? "" : whom || own, act ? names.actName(act.kind) : "", target ? names.label(target) : ""];
    const lines: Row[] = [{ text: sofar.filter(Boolean).join(" → "), kind: "quiet" }];
    if (step?.name === "free") lines.push({ text: told(words.freeFlat) });
    const via = names.briefing.vocabulary.via;
    const next = via[(via.findIndex((one) => one.id === this.draft.via) + 1) % Math.max(1, via.length)];
    const now = via.find((one) => one.id === this.draft.via);
    const way = next && now && this.draft.kind !== "tools" ? [{ text: `${told(flat.via)}：${said(now.name)}`, press: () => void (this.draft = { ...this.draft, via: next.id }) }] : [];
    const keys = (step?.choices ?? []).map((choice) => ({
      text: choice.text,
      press: () => {
        this.past.push(this.draft);
        this.draft = { ...choice.pick(this.draft), via: this.draft.via };
        this.from = 0;
        if (!nextStep(this.draft, names, own, sayable.value)) this.send(wishOf(this.draft));
      },
    }));
    return { title: step ? told(flat[step.name]) : "", lines, keys: [...keys, ...way] };
  }

  private content(): { title: string; lines: Row[]; keys: Key[] } {
    const points = this.seat.names.briefing.vocabulary.content;
    const keys = points.map((point) => {
      const chosen = point.options.find((one) => one.id === this.said[point.key]);
      const press = () => {
        this.point = point.key;
        this.go("options");
      };
      return { text: `${said(point.name)}：${chosen ? said(chosen.name) : told(flat.notSaid)}`, press };
    });
    const words_ = Object.entries(this.said).filter(([, word]) => word);
    const call = { text: told(flat.callNow), press: () => this.send(wishOf(this.draft, { words: words_ })) };
    return { title: told(flat.content), lines: [], keys: [call, ...keys] };
  }

  private options(): { title: string; lines: Row[]; keys: Key[] } {
    const point = this.seat.names.briefing.vocabulary.content.find((one) => one.key === this.point);
    const say = (id: string) => () => {
      this.said = { ...this.said, [this.point]: id };
      this.go("content");
    };
    const keys = (point?.options ?? []).map((one) => ({ text: said(one.name), press: say(one.id) }));
    return { title: point ? said(point.name) : "", lines: [], keys: [...keys, { text: told(flat.notSaid), press: say("") }] };
  }

  private places(): Key[] {
    const { body, names } = this.seat;
    const far = (x_m: number, y_m: number) => Math.hypot(x_m - body.value.x_m, y_m - body.value.y_m);
    return [...names.site.places]
      .sort((a, b) => far(a.x_m, a.y_m) - far(b.x_m, b.y_m))
      .map((place) => ({ text: `${place.id} ${named(place.name)}`, press: () => this.send({ kind: "go", target: place.id }) }));
  }

  private setting(): Key[] {
    const is = (on: boolean) => told(on ? words.yes : words.no);
    return [
      { text: told(words.seated, { is: is(settings.seated) }), press: () => this.seatedNow(!settings.seated) },
      { text: told(words.recentre), press: () => this.effects.recentre() },
      {
        text: told(words.vignette, { is: told(words[`vignette_${settings.vignette}`]) }),
        press: () => (settings.vignette = ((settings.vignette + 1) % 3) as 0 | 1 | 2),
      },
      { text: told(words.smooth, { is: is(settings.smoothTurn) }), press: () => (settings.smoothTurn = !settings.smoothTurn) },
      {
        text: told(words.heading, { is: told(words[settings.heading]) }),
        press: () => (settings.heading = settings.heading === "head" ? "hand" : "head"),
      },
      { text: told(words.captions, { is: is(choices.captions) }), press: () => (choices.captions = !choices.captions) },
      { text: told(words.left, { is: is(choices.leftHand) }), press: () => (choices.leftHand = !choices.leftHand) },
    ];
  }

  private seatedNow(seated: boolean): void {
    settings.seated = seated;
    this.effects.recentre();
  }

  private stopping(): { title: string; lines: Row[]; keys: Key[] } {
    const lines = wrapped(told(flat.stopWhat), 26).map((text): Row => ({ text, kind: "quiet" }));
    const stop = { text: told(flat.stopNow), press: () => this.seat.drill.safetyStop(), urgent: true };
    return { title: told(flat.stop), lines, keys: [stop] };
  }

  private things(): { title: string; lines: Row[]; keys: Key[] } {
    const { thing } = this;
    if (!thing) return { title: "", lines: [], keys: [] };
    const keys = thing.acts.map((one) => ({ text: thing.kind === "door" ? told(flat.enter) : one.text, press: () => this.send(one.wish) }));
    return { title: this.seat.names.label(thing.id), lines: [], keys };
  }

  private send(wish: Wish): void {
    void this.seat.act(wish).then((code) => {
      if (code) this.wrong = told(flat.notTaken, { why: problemText(code) });
      else this.effects.close();
    });
  }
}

/** Lines of about so many Chinese letters; a Latin one is half as wide. */
export function wrapped(text: string, wide: number): string[] {
  const lines: string[] = [];
  let line = "";
  let room = wide;
  for (const word of text.split(/(?<=[\s，。；：、,.;])|(?<=[\u4e00-\u9fff])/)) {
    const size = [...word].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.5), 0);
    if (size > room && line) {
      lines.push(line);
      line = "";
      room = wide;
    }
    line += word;
    room -= size;
  }
  return line ? [...lines, line] : lines;
}
